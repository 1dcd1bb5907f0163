package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Framework;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which controls of which frameworks each check of a result bears on. */
public final class Requirements {
    private final Map<String, List<Requirement>> byCheck = new HashMap<>();

    /** A control that a check bears on. */
    public record Requirement(Framework framework, Framework.Control control) {
        /** {@return the framework and the number of the control, such as {@code CIS AWS Foundations Benchmark 5.0.0/2.1.4}} */
        public String words() {
            return framework.title() + "/" + control.id();
        }
    }

    private Requirements() {}

    /** Reads the frameworks of a result. */
    public static Requirements of(AuditResult result) {
        Requirements requirements = new Requirements();
        result.frameworks().stream()
                .map(AuditResult.FrameworkResult::framework)
                .forEach(framework -> framework
                        .controls()
                        .forEach(control -> control.checks().stream()
                                .distinct()
                                .forEach(check -> requirements
                                        .byCheck
                                        .computeIfAbsent(check, id -> new ArrayList<>())
                                        .add(new Requirement(framework, control)))));
        return requirements;
    }

    /** {@return the controls of a check, in the order of frameworks and then controls} */
    public List<Requirement> of(String check) {
        return byCheck.getOrDefault(check, List.of());
    }

    /** {@return the titles of the frameworks that ask for a check, each once} */
    public List<String> standards(String check) {
        return of(check).stream()
                .map(requirement -> requirement.framework().title())
                .distinct()
                .toList();
    }
}
