package io.awsaudit.collectors.waf;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.wafregional.WebAcl;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.waf.model.WebACLSummary;

/** Reads the web ACLs of AWS WAF Classic for what is in a region. */
final class RegionalWebAclCollector implements Collector<WebAcl> {
    private static final Operation LIST_WEB_ACLS =
            Operation.of("waf-regional:ListWebACLs").pages(Classic.PAGE);
    private static final Detail RULES = Detail.of(WebAcl.class, "rules", "waf-regional:GetWebACL");
    private static final Detail TAGS = Detail.of(WebAcl.class, "tags", "waf-regional:ListTagsForResource");

    @Override
    public Set<Class<? extends WebAcl>> yields() {
        return Set.of(WebAcl.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_WEB_ACLS);
    }

    @Override
    public List<Detail> details() {
        return List.of(RULES, TAGS);
    }

    @Override
    public Stream<WebAcl> collect(Reads reads) {
        Classic classic = Classic.regional(reads);
        return reads.each(
                WebAcl.class,
                classic.webAcls(LIST_WEB_ACLS),
                listed -> arnOf(listed, classic),
                listed -> read(listed, classic));
    }

    private static Arn arnOf(WebACLSummary listed, Classic classic) {
        return classic.arn("webacl/" + listed.webACLId());
    }

    private static WebAcl read(WebACLSummary listed, Classic classic) {
        Arn arn = arnOf(listed, classic);
        return new WebAcl(
                classic.identity(arn, listed.name(), TAGS), classic.rulesOfWebAcl(RULES, arn, listed.webACLId()));
    }
}
