package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.InstanceMetadataDefaults;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a region chooses for the metadata of new instances; what was never chosen is not sent. */
final class InstanceMetadataDefaultsCollector implements Collector<InstanceMetadataDefaults> {
    private static final Detail HTTP_TOKENS =
            Detail.of(InstanceMetadataDefaults.class, "httpTokens", "ec2:GetInstanceMetadataDefaults");

    @Override
    public Set<Class<? extends InstanceMetadataDefaults>> yields() {
        return Set.of(InstanceMetadataDefaults.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(HTTP_TOKENS);
    }

    @Override
    public Stream<InstanceMetadataDefaults> collect(Reads reads) {
        Arn arn = reads.arn("ec2", "instance-metadata-defaults");
        return Stream.of(new InstanceMetadataDefaults(
                Identity.untagged(
                        arn, reads.account(), reads.region(), "Instance metadata defaults of " + reads.region()),
                reads.observe(
                        HTTP_TOKENS,
                        arn,
                        () -> Answers.orIfNoSuchOperation(
                                () -> Optional.ofNullable(Answers.sent(
                                                        reads.client(Ec2.CLIENT)
                                                                .getInstanceMetadataDefaults(request -> {})
                                                                .accountLevel(),
                                                        "accountLevel")
                                                .httpTokensAsString())
                                        .map(HttpTokens::new),
                                Optional.empty()))));
    }
}
