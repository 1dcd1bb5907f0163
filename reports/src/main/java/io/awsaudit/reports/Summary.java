package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings added up.
 *
 * @param services by name, those with findings
 * @param checks by id, those with findings
 * @param metadata of all checks by id, in the order of the result
 */
public record Summary(Tally all, Map<String, Tally> services, Map<String, Tally> checks, Map<String, Check> metadata) {
    /** Returns what a result adds up to. */
    public static Summary of(AuditResult result) {
        Map<String, Check> metadata = new LinkedHashMap<>();
        result.checks().forEach(check -> metadata.put(check.id(), check));
        Summary summary = new Summary(
                result.findings().counts().all(),
                new TreeMap<>(),
                result.findings().counts().checks(),
                metadata);
        summary.checks.forEach((id, tally) -> summary.services
                .computeIfAbsent(summary.check(id).service(), service -> new Tally())
                .add(tally));
        return summary;
    }

    /** {@return the check of a finding} */
    public Check check(String id) {
        Check check = metadata.get(id);
        if (check == null) {
            throw new IllegalArgumentException("The result has a finding of " + id + " but no such check");
        }
        return check;
    }
}
