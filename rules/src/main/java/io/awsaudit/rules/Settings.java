package io.awsaudit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of checks: the standard ones, and what a user set for all checks or for one. */
public final class Settings {
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Resolves parameters.
     *
     * @param everywhere by parameter name, for each check that has a parameter of that name
     * @param byCheck by check id, then parameter name; goes before {@code everywhere}
     * @throws CatalogException when one is of the wrong type, or nothing has it
     */
    public Settings(
            Collection<Check> checks, Map<String, Object> everywhere, Map<String, Map<String, Object>> byCheck) {
        List<String> problems = new ArrayList<>();
        for (Check check : checks) {
            Map<String, Object> own = byCheck.getOrDefault(check.id(), Map.of());
            for (Parameter parameter : check.parameters()) {
                Object value = own.getOrDefault(
                        parameter.name(), everywhere.getOrDefault(parameter.name(), parameter.standard()));
                if (!sameKind(parameter.standard(), value)) {
                    problems.add("Parameter " + parameter.name() + " of " + check.id() + " must be "
                            + kind(parameter.standard()) + ", and is '" + value + "'.");
                }
                values.put(check.id() + "." + parameter.name(), value);
            }
            own.keySet().stream()
                    .filter(name -> check.parameters().stream()
                            .noneMatch(parameter -> parameter.name().equals(name)))
                    .forEach(name -> problems.add("Check " + check.id() + " has no parameter '" + name + "'."));
        }
        byCheck.keySet().stream()
                .filter(id -> checks.stream().noneMatch(check -> check.id().equals(id)))
                .forEach(id -> problems.add("There is no check '" + id + "' to set parameters of."));
        everywhere.keySet().stream()
                .filter(name -> checks.stream()
                        .noneMatch(check -> check.parameters().stream()
                                .anyMatch(parameter -> parameter.name().equals(name))))
                .forEach(name -> problems.add("No check has a parameter '" + name + "'."));
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
    }

    /** Returns the standard parameters. */
    public static Settings standard(Collection<Check> checks) {
        return new Settings(checks, Map.of(), Map.of());
    }

    Object value(String check, String parameter) {
        Object value = values.get(check + "." + parameter);
        if (value == null) {
            throw new IllegalArgumentException("Check " + check + " declares no parameter " + parameter);
        }
        return value;
    }

    private static boolean sameKind(Object standard, Object value) {
        return kind(standard).equals(kind(value))
                || standard instanceof List<?> standards
                        && value instanceof List<?> values
                        && (values.isEmpty() || !isNumbers(standards));
    }

    private static boolean isNumbers(List<?> values) {
        return !values.isEmpty() && values.stream().allMatch(value -> value instanceof Integer);
    }

    private static String kind(Object value) {
        return value instanceof Integer || value instanceof Long
                ? "a whole number"
                : value instanceof List<?> list
                        ? isNumbers(list) ? "a list of whole numbers" : "a list"
                        : value instanceof Boolean ? "true or false" : "a text";
    }
}
