package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.rules.CaseRunner;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What resources are made after: of each type the standard one, which all checks pass, and those of the cases that fail one.
 *
 * @param standard by type
 * @param failing by type, in order of the cases
 * @param tagged types whose tags some check asks about
 */
record Templates(Map<Class<?>, Resource> standard, Map<Class<?>, List<Resource>> failing, Set<Class<?>> tagged) {
    /** The account and the region of cases. */
    static final String ACCOUNT = "111122223333";

    static final String REGION = "us-east-1";

    /** What distributions name their origin access control by. */
    static final String ACCESS_CONTROL = "E0AC";

    private static final Map<Path, Templates> KNOWN = new ConcurrentHashMap<>();

    /** When the cases' ages count from. */
    static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Reads the cases of the built-in checks.
     *
     * @param cases the folder that they are in, {@code rules/src/test/resources} of a checkout
     */
    static Templates read(Path cases) {
        return KNOWN.computeIfAbsent(cases, Templates::load);
    }

    private static Templates load(Path cases) {
        Catalog catalog = Catalog.builtIn();
        CaseRunner runner = new CaseRunner(catalog);
        Map<Class<?>, Resource> standard = new LinkedHashMap<>();
        ResourceTypes.all().forEach(type -> standard.put(type, runner.standard(type)));
        Map<Class<?>, List<Resource>> failing = new LinkedHashMap<>();
        runner.read(cases).stream()
                .filter(example ->
                        example.expect() == Verdict.FAIL && example.asOf().equals(AS_OF))
                .flatMap(example -> example.given().stream())
                .filter(resource -> resource.account().equals(ACCOUNT)
                        && resource.region()
                                .equals(Objects.requireNonNull(standard.get(resource.getClass()))
                                        .region()))
                .filter(resource -> Node.componentsOf(resource).stream().noneMatch(Observed.Unknown.class::isInstance))
                .forEach(resource -> failing.computeIfAbsent(resource.getClass(), type -> new java.util.ArrayList<>())
                        .add(resource));
        return new Templates(
                standard,
                failing,
                catalog.checks().stream()
                        .filter(check -> check.rule().equals("tagged"))
                        .map(Check::resource)
                        .collect(Collectors.toSet()));
    }
}
