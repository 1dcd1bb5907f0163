package io.awsaudit.collectors.rolesanywhere;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rolesanywhere.RolesAnywhereClient;
import software.amazon.awssdk.services.rolesanywhere.model.Tag;

/** The client of IAM Roles Anywhere, and what all of its resources have. */
final class RolesAnywhere {
    static final AwsService<RolesAnywhereClient> CLIENT = AwsService.of("rolesanywhere", RolesAnywhereClient::builder);

    static final String LIST_TAGS = "rolesanywhere:ListTagsForResource";

    private RolesAnywhere() {}

    static Map<String, String> tags(Arn arn, RolesAnywhereClient client) {
        return client.listTagsForResource(request -> request.resourceArn(arn.value())).tags().stream()
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }
}
