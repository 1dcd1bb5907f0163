package io.awsaudit.collectors.emr;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.PortRange;
import io.awsaudit.inventory.emr.BlockPublicAccess;
import io.awsaudit.inventory.emr.BlockPublicAccess.Configuration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.EmrClient;

/** Reads whether clusters of a region may be public. */
final class BlockPublicAccessCollector implements Collector<BlockPublicAccess> {
    private static final Detail CONFIGURATION =
            Detail.of(BlockPublicAccess.class, "configuration", "elasticmapreduce:GetBlockPublicAccessConfiguration");

    @Override
    public Set<Class<? extends BlockPublicAccess>> yields() {
        return Set.of(BlockPublicAccess.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(CONFIGURATION);
    }

    @Override
    public Stream<BlockPublicAccess> collect(Reads reads) {
        Arn arn = reads.arn("elasticmapreduce", "block-public-access");
        return Stream.of(new BlockPublicAccess(
                Identity.untagged(arn, reads.account(), reads.region(), "EMR block public access of " + reads.region()),
                reads.observe(CONFIGURATION, arn, () -> configurationOf(reads.client(Emr.CLIENT)))));
    }

    private static Configuration configurationOf(EmrClient emr) {
        var sent = Answers.sent(
                emr.getBlockPublicAccessConfiguration(request -> {}).blockPublicAccessConfiguration(),
                "BlockPublicAccessConfiguration");
        return new Configuration(
                Answers.sent(sent.blockPublicSecurityGroupRules(), "BlockPublicSecurityGroupRules"),
                sent.permittedPublicSecurityGroupRuleRanges().stream()
                        .map(range -> {
                            int from = Answers.sent(range.minRange(), "MinRange");
                            // A single port may come without its end.
                            return new PortRange(from, range.maxRange() == null ? from : range.maxRange());
                        })
                        .toList());
    }
}
