package io.awsaudit.collectors.xray;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.xray.EncryptionConfig;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.xray.model.GroupSummary;
import software.amazon.awssdk.services.xray.model.SamplingRule;

/** Reads how traces are encrypted, where something that the account made shows that it uses X-Ray. */
final class EncryptionConfigCollector implements Collector<EncryptionConfig> {
    private static final Detail TYPE = Detail.of(EncryptionConfig.class, "encryptionType", "xray:GetEncryptionConfig");

    @Override
    public Set<Class<? extends EncryptionConfig>> yields() {
        return Set.of(EncryptionConfig.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(XRay.GET_GROUPS, XRay.GET_SAMPLING_RULES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TYPE);
    }

    @Override
    public Stream<EncryptionConfig> collect(Reads reads) {
        boolean used = Stream.of(
                        XRay.groups(reads).map(GroupSummary::groupName),
                        XRay.samplingRules(reads).map(SamplingRule::ruleName))
                .flatMap(names -> names)
                .anyMatch(name -> !XRay.DEFAULT.equals(name));
        return used ? Stream.of(read(reads)) : Stream.empty();
    }

    private static EncryptionConfig read(Reads reads) {
        Arn arn = reads.arn("xray", "encryption-config");
        return new EncryptionConfig(
                Identity.untagged(arn, reads.account(), reads.region(), "X-Ray in " + reads.region()),
                reads.observe(
                        TYPE,
                        arn,
                        () -> new EncryptionConfig.Type(Answers.sent(
                                Answers.sent(
                                                reads.client(XRay.XRAY)
                                                        .getEncryptionConfig(request -> {})
                                                        .encryptionConfig(),
                                                "EncryptionConfig")
                                        .typeAsString(),
                                "Type"))));
    }
}
