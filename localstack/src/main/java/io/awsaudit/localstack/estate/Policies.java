package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies of the sizes that people write: a few statements of some actions each, on named resources. */
final class Policies {
    private static final List<String> SERVICES = List.of(
            "s3", "dynamodb", "sqs", "sns", "kms", "ec2", "logs", "lambda", "ecr", "ssm", "secretsmanager", "states");
    private static final List<String> VERBS =
            List.of("Get", "List", "Describe", "Put", "Delete", "Create", "Update", "Start", "Tag", "Batch");
    private static final List<String> NOUNS = List.of(
            "Object",
            "Item",
            "Message",
            "Topic",
            "Key",
            "Instances",
            "LogEvents",
            "Function",
            "Image",
            "Parameter",
            "SecretValue");

    private Policies() {}

    static Policy of(Site site) {
        int statements = 1 + (int) (Math.pow(site.chance(8), 2) * 9);
        List<Statement> all = new ArrayList<>();
        for (int number = 0; number < statements; number++) {
            all.add(statement(site, number));
        }
        return new Policy(all);
    }

    private static Statement statement(Site site, int number) {
        long bits = site.bits(100 + number);
        String service = SERVICES.get((int) (bits & 0xffff) % SERVICES.size());
        List<String> actions = new ArrayList<>();
        int many = 1 + (int) (bits >>> 16 & 15);
        for (int action = 0; action < many; action++) {
            int pick = (int) (bits >>> 20 & 0xffff) + action * 7;
            actions.add(service + ":" + VERBS.get(pick % VERBS.size()) + NOUNS.get(pick / VERBS.size() % NOUNS.size())
                    + (pick % 9 == 0 ? "*" : ""));
        }
        List<String> resources = new ArrayList<>();
        int places = 1 + (int) (bits >>> 40 & 3);
        for (int resource = 0; resource < places; resource++) {
            resources.add(
                    (bits >>> 44 & 15) == 0
                            ? "*"
                            : "arn:aws:" + service + ":eu-west-1:" + site.accountId() + ":" + site.name() + "/"
                                    + resource + "/*");
        }
        return new Statement(
                Optional.of("Statement" + number),
                true,
                false,
                List.of(),
                new Patterns(false, actions),
                new Patterns(false, resources),
                List.of());
    }
}
