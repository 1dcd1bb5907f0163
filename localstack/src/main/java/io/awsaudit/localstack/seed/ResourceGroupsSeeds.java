package io.awsaudit.localstack.seed;

import java.util.Map;
import software.amazon.awssdk.services.resourcegroups.ResourceGroupsClient;
import software.amazon.awssdk.services.resourcegroups.model.QueryType;

/** Groups of resources. moto does not say what is in one. */
final class ResourceGroupsSeeds implements Seeds {
    private static final String OWNED = """
            {"ResourceTypeFilters": ["AWS::AllSupported"], "TagFilters": [{"Key": "Owner", "Values": ["team"]}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        group(account, "insecure-untagged-group", Map.of());
    }

    @Override
    public void hardened(EmulatedAccount account) {
        group(account, "hardened-group", Map.of("Owner", "team"));
    }

    private static void group(EmulatedAccount account, String name, Map<String, String> tags) {
        account.client(ResourceGroupsClient.builder())
                .createGroup(request -> request.name(name)
                        .resourceQuery(
                                query -> query.type(QueryType.TAG_FILTERS_1_0).query(OWNED))
                        .tags(tags));
    }
}
