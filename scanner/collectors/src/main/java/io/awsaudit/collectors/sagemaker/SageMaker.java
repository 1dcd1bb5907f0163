package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.sagemaker.MonitoringNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.MonitoringNetworkConfig;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** The client of SageMaker AI, and how it words what several of its resources have. */
final class SageMaker {
    static final AwsService<SageMakerClient> CLIENT = AwsService.of("sagemaker", SageMakerClient::builder);
    static final String LIST_TAGS = "sagemaker:ListTags";

    /** The most that a page takes. */
    static final int PAGE = 100;

    private SageMaker() {}

    /** Returns the identity of something whose tags take a call of their own. */
    static Identity identity(Arn arn, String name, Detail tags, SageMakerClient sagemaker, Reads reads) {
        return new Identity(
                arn, reads.account(), reads.region(), name, reads.observe(tags, arn, () -> tags(arn, sagemaker)));
    }

    private static Map<String, String> tags(Arn arn, SageMakerClient sagemaker) {
        return sagemaker.listTagsPaginator(request -> request.resourceArn(arn.value())).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }

    /** What was never chosen is left out, and is no. */
    static MonitoringNetwork network(@Nullable MonitoringNetworkConfig config) {
        return config == null
                ? MonitoringNetwork.OPEN
                : new MonitoringNetwork(
                        Boolean.TRUE.equals(config.enableInterContainerTrafficEncryption()),
                        Boolean.TRUE.equals(config.enableNetworkIsolation()));
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    static Optional<Arn> arn(@Nullable String text) {
        return text(text).filter(value -> value.startsWith("arn:")).map(Arn::new);
    }

    /** Names subnets and security groups, which SageMaker gives by id. */
    static List<Arn> inVpc(String kind, List<String> ids, Reads reads) {
        return ids.stream()
                .sorted()
                .map(id -> reads.arn("ec2", kind + "/" + id))
                .toList();
    }
}
