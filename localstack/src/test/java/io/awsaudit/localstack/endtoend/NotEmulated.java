package io.awsaudit.localstack.endtoend;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Operation;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Services that moto has nothing of. Their listings are asked for and refused, so that each of their checks is undecided in
 * every account, and what is asked of single resources never is; CannedAws tests these collectors.
 */
final class NotEmulated {
    /** How operations are named, by the first word of checks. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("amplify", "amplify"),
            Map.entry("apprunner", "apprunner"),
            Map.entry("appstream", "appstream"),
            Map.entry("codeartifact", "codeartifact"),
            Map.entry("computeoptimizer", "compute-optimizer"),
            Map.entry("detective", "detective"),
            Map.entry("dlm", "dlm"),
            Map.entry("ecrpublic", "ecr-public"),
            Map.entry("fms", "fms"),
            Map.entry("globalaccelerator", "globalaccelerator"),
            Map.entry("kafkaconnect", "kafkaconnect"),
            Map.entry("keyspaces", "keyspaces"),
            Map.entry("lightsail", "lightsail"),
            Map.entry("redshiftserverless", "redshift-serverless"),
            Map.entry("rolesanywhere", "rolesanywhere"),
            Map.entry("storagegateway", "storagegateway"),
            Map.entry("trustedadvisor", "trustedadvisor"),
            Map.entry("waf", "waf"),
            Map.entry("wafregional", "waf-regional"));

    private NotEmulated() {}

    /** {@return the ids of all checks of these services} */
    static Set<String> checks() {
        return Catalog.builtIn().checks().stream()
                .map(Check::id)
                .filter(id -> SERVICES.containsKey(id.substring(0, id.indexOf('-'))))
                .collect(Collectors.toSet());
    }

    /** {@return the resource types of these services} */
    static Stream<String> types() {
        return CollectionPlan.everything().collectors().stream()
                .filter(collector -> !collector.listings().isEmpty())
                .filter(collector ->
                        collector.listings().stream().map(Operation::id).allMatch(NotEmulated::has))
                .flatMap(collector -> collector.yields().stream())
                .map(ResourceTypes::nameOf);
    }

    /** {@return whether an operation, such as {@code fms:ListPolicies}, is of one of these services} */
    static boolean has(String operation) {
        return SERVICES.containsValue(operation.substring(0, operation.indexOf(':')));
    }
}
