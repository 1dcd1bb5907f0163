package io.awsaudit.cli;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.rules.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Option(
            names = "--part",
            paramLabel = "N",
            description = {
                "The Nth of as many managed policies as it takes, each of which AWS accepts;",
                "without, all in one policy, whatever its size."
            })
    private int part;

    /** What AWS lets nobody read settings by that does not let them read data, too. */
    private static final Set<String> OF_DATA = Set.of("cassandra:Select");

    /** The most that a managed policy may have, white space not counted. */
    private static final int MANAGED = 6_144;

    @Override
    public Integer call() {
        Catalog catalog = catalog();
        var chosen = chosen(catalog);
        CollectionPlan plan = everySetting
                ? CollectionPlan.of(catalog.typesOf(chosen))
                : CollectionPlan.of(catalog.typesOf(chosen), catalog.componentsOf(chosen));
        List<String> actions = plan.actions().stream()
                .filter(action -> !OF_DATA.contains(action))
                .toList();
        List<List<String>> parts = parts(actions);
        if (part < 0 || part > parts.size()) {
            throw new UsageException("There is no part " + part + ": the policy has " + parts.size() + ".");
        }
        if (part == 0 && parts.size() > 1) {
            err().println("This is more than a managed policy may hold, " + MANAGED
                    + " characters: make " + parts.size() + " managed policies, of --part 1 to "
                    + parts.size() + ".");
            err().flush();
        }
        plan.actions().stream().filter(OF_DATA::contains).forEach(action -> {
            err().println(action
                    + " is left out, for it reads data as well as settings. Without it the checks of that service say"
                    + " UNKNOWN; add it if they are worth that to you.");
            err().flush();
        });
        out().println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(policy(part == 0 ? actions : parts.get(part - 1))));
        out().flush();
        return ExitCode.CLEAN;
    }

    private static Map<String, Object> policy(List<String> actions) {
        Map<String, Object> statement = new java.util.LinkedHashMap<>();
        statement.put("Sid", "AwsAuditRead");
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", "*");
        Map<String, Object> policy = new java.util.LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", List.of(statement));
        return policy;
    }

    /** The actions, in order, in parts of which each makes a policy that AWS accepts. */
    private static List<List<String>> parts(Collection<String> actions) {
        JsonMapper json = new JsonMapper();
        List<List<String>> parts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String action : actions) {
            open.add(action);
            if (json.writeValueAsString(policy(open)).length() > MANAGED) {
                open.remove(open.size() - 1);
                parts.add(open);
                open = new ArrayList<>(List.of(action));
            }
        }
        parts.add(open);
        return parts;
    }
}
