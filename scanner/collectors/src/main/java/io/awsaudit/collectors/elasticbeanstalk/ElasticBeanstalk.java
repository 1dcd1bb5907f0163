package io.awsaudit.collectors.elasticbeanstalk;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.Tag;

/** The client of Elastic Beanstalk, and what its collectors have in common. */
final class ElasticBeanstalk {
    static final AwsService<ElasticBeanstalkClient> CLIENT =
            AwsService.of("elasticbeanstalk", ElasticBeanstalkClient::builder);

    static final String LIST_TAGS = "elasticbeanstalk:ListTagsForResource";

    private ElasticBeanstalk() {}

    static Map<String, String> tags(Arn arn, Reads reads) {
        return reads
                .client(CLIENT)
                .listTagsForResource(request -> request.resourceArn(arn.value()))
                .resourceTags()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
