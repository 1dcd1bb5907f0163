package io.awsaudit.collectors.wafv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.wafv2.Definition;
import io.awsaudit.inventory.wafv2.WebAcl;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.wafv2.model.FirewallManagerRuleGroup;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/** Reads the web ACLs of a scope. */
final class WebAcls {
    static final Operation LIST_WEB_ACLS = Operation.of("wafv2:ListWebACLs").pages(Wafv2.PAGE);

    private static final Detail DEFINITION = Detail.of(WebAcl.class, "definition", "wafv2:GetWebACL");
    private static final Detail LOG_DESTINATIONS =
            new Detail(WebAcl.class, "logDestinations", LogDestinations.LIST_LOGGING_CONFIGURATIONS);
    private static final Detail TAGS = new Detail(WebAcl.class, "tags", Wafv2.LIST_TAGS);

    static final List<Detail> DETAILS = List.of(DEFINITION, LOG_DESTINATIONS, TAGS);

    private WebAcls() {}

    static Stream<WebAcl> collect(Scope scope, Reads reads) {
        if (!Wafv2.exists(scope, reads)) {
            return Stream.empty();
        }
        LogDestinations destinations = new LogDestinations(scope, reads);
        Stream<WebACLSummary> listed = reads.pages(
                LIST_WEB_ACLS,
                () -> TokenPages.of(
                        marker -> reads.client(Wafv2.CLIENT)
                                .listWebACLs(request ->
                                        request.scope(scope).limit(Wafv2.PAGE).nextMarker(marker)),
                        ListWebAcLsResponse::webACLs,
                        ListWebAcLsResponse::nextMarker));
        return reads.each(
                WebAcl.class, listed, acl -> new Arn(acl.arn()), acl -> read(acl, scope, destinations, reads));
    }

    private static WebAcl read(WebACLSummary listed, Scope scope, LogDestinations destinations, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new WebAcl(
                Wafv2.identity(arn, listed.name(), scope, TAGS, reads),
                reads.observe(DEFINITION, arn, () -> definitionOf(listed, scope, reads)),
                reads.observe(LOG_DESTINATIONS, arn, () -> destinations.of(arn)));
    }

    private static Definition definitionOf(WebACLSummary listed, Scope scope, Reads reads) {
        var acl = Answers.sent(
                reads.client(Wafv2.CLIENT)
                        .getWebACL(
                                request -> request.scope(scope).id(listed.id()).name(listed.name()))
                        .webACL(),
                "WebACL");
        return new Definition(
                Wafv2.rules(acl.rules()),
                Wafv2.metrics(acl.visibilityConfig()),
                Stream.concat(
                                acl.preProcessFirewallManagerRuleGroups().stream(),
                                acl.postProcessFirewallManagerRuleGroups().stream())
                        .map(FirewallManagerRuleGroup::name)
                        .toList());
    }
}
