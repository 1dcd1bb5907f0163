package io.awsaudit.rules;

import io.awsaudit.rules.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

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
        this(checks, everywhere, byCheck, path -> "");
    }

    /**
     * Resolves parameters that stand in a file.
     *
     * @param place how a message about a value begins, by the value's path: {@code parameters} and a name, or {@code
     *     checks}, an id and a name
     * @throws CatalogException when one is of the wrong type, or nothing has it
     */
    public Settings(
            Collection<Check> checks,
            Map<String, Object> everywhere,
            Map<String, Map<String, Object>> byCheck,
            Function<List<String>, String> place) {
        List<String> problems = new ArrayList<>();
        Set<String> wrong = new HashSet<>();
        Set<String> names = new TreeSet<>();
        for (Check check : checks) {
            Map<String, Object> own = byCheck.getOrDefault(check.id(), Map.of());
            List<String> ownNames =
                    check.parameters().stream().map(Parameter::name).toList();
            names.addAll(ownNames);
            for (Parameter parameter : check.parameters()) {
                String name = parameter.name();
                Object value = own.getOrDefault(name, everywhere.getOrDefault(name, parameter.standard()));
                if (!sameKind(parameter.standard(), value) && (own.containsKey(name) || wrong.add(name))) {
                    problems.add(place.apply(
                                    own.containsKey(name)
                                            ? List.of("checks", check.id(), name)
                                            : List.of("parameters", name))
                            + "Parameter " + name + " of " + check.id() + " must be " + kind(parameter.standard())
                            + ", and is '" + value + "'.");
                }
                values.put(check.id() + "." + name, value);
            }
            own.keySet().stream()
                    .filter(name -> !ownNames.contains(name))
                    .forEach(name -> problems.add(place.apply(List.of("checks", check.id(), name)) + "Check "
                            + check.id() + " has no parameter '" + name + "'" + Words.nearest(name, ownNames) + "."));
        }
        List<String> ids = checks.stream().map(Check::id).toList();
        byCheck.keySet().stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> problems.add(place.apply(List.of("checks", id)) + "There is no check '" + id
                        + "' to set parameters of" + Words.nearest(id, ids) + "."));
        everywhere.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(place.apply(List.of("parameters", name)) + "No check has a parameter '"
                        + name + "'" + Words.nearest(name, names) + "."));
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
        if (standard instanceof List<?> standards && value instanceof List<?> values) {
            return isNumbers(standards)
                    ? values.stream().allMatch(Integer.class::isInstance)
                    : values.stream().allMatch(String.class::isInstance);
        }
        return standard instanceof Number
                ? value instanceof Integer
                : standard instanceof Boolean
                        ? value instanceof Boolean
                        : standard instanceof String && value instanceof String;
    }

    private static boolean isNumbers(List<?> values) {
        return !values.isEmpty() && values.stream().allMatch(Integer.class::isInstance);
    }

    private static String kind(Object value) {
        return value instanceof Number
                ? "a whole number"
                : value instanceof List<?> list
                        ? isNumbers(list) ? "a list of whole numbers" : "a list of texts"
                        : value instanceof Boolean ? "true or false" : "a text";
    }
}
