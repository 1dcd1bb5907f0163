package io.awsaudit.cli;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.rules.Catalog;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints the least-privilege policy that a scan needs. */
@Command(
        name = "iam-policy",
        description = {
            "Prints the IAM policy with which the chosen checks can be decided, and not more.",
            "All of its actions are reads. Values of parameters in plain text are looked at for credentials, and not kept;",
            "nothing is decrypted."
        })
final class IamPolicyCommand extends AuditCommand {
    @Option(
            names = "--every-setting",
            description = "Also what 'collect' and 'scan --snapshot' read besides, such as tags.")
    private boolean everySetting;

    @Override
    public Integer call() {
        Catalog catalog = catalog();
        var chosen = chosen(catalog);
        CollectionPlan plan = everySetting
                ? CollectionPlan.of(catalog.typesOf(chosen))
                : CollectionPlan.of(catalog.typesOf(chosen), catalog.componentsOf(chosen));
        Map<String, Object> statement = new java.util.LinkedHashMap<>();
        statement.put("Sid", "AwsAuditRead");
        statement.put("Effect", "Allow");
        statement.put("Action", List.copyOf(plan.actions()));
        statement.put("Resource", "*");
        Map<String, Object> policy = new java.util.LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", List.of(statement));
        out().println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(policy));
        out().flush();
        return ExitCode.CLEAN;
    }
}
