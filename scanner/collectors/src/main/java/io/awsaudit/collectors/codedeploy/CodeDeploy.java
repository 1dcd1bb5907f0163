package io.awsaudit.collectors.codedeploy;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codedeploy.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.codedeploy.model.Tag;

/** The client of CodeDeploy, and what its collectors have in common. AWS sends none of its ARNs. */
final class CodeDeploy {
    static final AwsService<CodeDeployClient> CLIENT = AwsService.of("codedeploy", CodeDeployClient::builder);

    static final Operation LIST_APPLICATIONS =
            Operation.of("codedeploy:ListApplications").shared();

    static final String LIST_TAGS = "codedeploy:ListTagsForResource";

    private CodeDeploy() {}

    /** Lists the names of the applications of a region. */
    static Stream<String> applications(Reads reads) {
        return reads.sharedPages(
                LIST_APPLICATIONS,
                () -> reads.client(CLIENT)
                        .listApplicationsPaginator(request -> {})
                        .applications());
    }

    static Arn application(String name, Reads reads) {
        return reads.arn("codedeploy", "application:" + name);
    }

    static Map<String, String> tags(Arn arn, Reads reads) {
        Map<String, String> tags = new HashMap<>();
        TokenPages.of(
                        token -> reads.client(CLIENT)
                                .listTagsForResource(request ->
                                        request.resourceArn(arn.value()).nextToken(token)),
                        ListTagsForResourceResponse::tags,
                        ListTagsForResourceResponse::nextToken)
                .forEach((Tag tag) -> tags.put(tag.key(), tag.value() == null ? "" : tag.value()));
        return Map.copyOf(tags);
    }
}
