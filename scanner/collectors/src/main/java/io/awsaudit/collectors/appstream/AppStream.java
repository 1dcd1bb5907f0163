package io.awsaudit.collectors.appstream;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import software.amazon.awssdk.services.appstream.AppStreamClient;

/** The client of AppStream, and how tags are read. */
final class AppStream {
    static final AwsService<AppStreamClient> CLIENT = AwsService.of("appstream", AppStreamClient::builder);

    private AppStream() {}

    static Map<String, String> tagsOf(Arn arn, AppStreamClient client) {
        return client.listTagsForResource(request -> request.resourceArn(arn.value()))
                .tags();
    }
}
