package io.awsaudit.collectors.wafv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.wafv2.WebAcl;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the web ACLs for CloudFront. */
final class CloudFrontWebAclCollector implements Collector<WebAcl> {
    @Override
    public Set<Class<? extends WebAcl>> yields() {
        return Set.of(WebAcl.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(WebAcls.LIST_WEB_ACLS);
    }

    @Override
    public List<Detail> details() {
        return WebAcls.DETAILS;
    }

    @Override
    public Stream<WebAcl> collect(Reads reads) {
        return WebAcls.collect(software.amazon.awssdk.services.wafv2.model.Scope.CLOUDFRONT, reads);
    }
}
