package io.awsaudit.collectors.xray;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.xray.SamplingRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.xray.XRayClient;

/** Reads sampling rules, for their tags. */
final class SamplingRuleCollector implements Collector<SamplingRule> {
    private static final Detail TAGS = Detail.of(SamplingRule.class, "tags", XRay.LIST_TAGS);

    @Override
    public Set<Class<? extends SamplingRule>> yields() {
        return Set.of(SamplingRule.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(XRay.GET_SAMPLING_RULES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<SamplingRule> collect(Reads reads) {
        XRayClient xray = reads.client(XRay.XRAY);
        return reads.each(
                SamplingRule.class,
                XRay.samplingRules(reads),
                rule -> new Arn(rule.ruleARN()),
                rule -> read(rule, xray, reads));
    }

    private static SamplingRule read(
            software.amazon.awssdk.services.xray.model.SamplingRule rule, XRayClient xray, Reads reads) {
        Arn arn = new Arn(rule.ruleARN());
        return new SamplingRule(new Identity(
                arn,
                reads.account(),
                reads.region(),
                rule.ruleName(),
                reads.observe(TAGS, arn, () -> XRay.tags(arn, xray))));
    }
}
