package io.awsaudit.collectors.glue;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;

/** The client of Glue, and how it words what several of its resources have. */
final class Glue {
    static final AwsService<GlueClient> GLUE = AwsService.of("glue", GlueClient::builder);
    static final String GET_TAGS = "glue:GetTags";

    /** The most that a page takes. */
    static final int PAGE = 1000;

    private Glue() {}

    static Map<String, String> tags(Arn arn, GlueClient glue) {
        return Map.copyOf(
                glue.getTags(request -> request.resourceArn(arn.value())).tags());
    }

    static Arn securityConfiguration(String name, Reads reads) {
        return reads.arn("glue", "securityConfiguration/" + name);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
