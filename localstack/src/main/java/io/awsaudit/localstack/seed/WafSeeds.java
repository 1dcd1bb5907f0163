package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.VisibilityConfig;

/**
 * Web ACLs and rule groups of AWS WAF, and the stages of REST APIs that they protect.
 *
 * <p>moto has no AWS WAF Classic; and of web ACLs for CloudFront it never lists the logging, so that none is hardened.
 */
final class WafSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        Wafv2Client waf = account.client(Wafv2Client.builder());
        String logs = logGroup(account, "aws-waf-logs-insecure");
        log(waf, webAcl(waf, "insecure-empty", Scope.REGIONAL, true), logs);
        String unlogged = webAcl(waf, "insecure-without-logs", Scope.REGIONAL, true, rule(true));
        log(waf, webAcl(waf, "insecure-without-metrics", Scope.REGIONAL, false, rule(true)), logs);
        log(waf, webAcl(waf, "insecure-rule-without-metrics", Scope.REGIONAL, true, rule(false)), logs);
        webAcl(waf, "insecure-empty-edge", Scope.CLOUDFRONT, true);
        ruleGroup(waf, "insecure-empty-group", Scope.REGIONAL, true);
        ruleGroup(waf, "insecure-group-without-metrics", Scope.REGIONAL, false, rule(true));
        ruleGroup(waf, "insecure-empty-edge-group", Scope.CLOUDFRONT, true);
        protect(account, unlogged, name -> name.startsWith("insecure-") && !name.equals("insecure-open"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        Wafv2Client waf = account.client(Wafv2Client.builder());
        CloudWatchLogsClient groups = account.client(CloudWatchLogsClient.builder());
        groups.createLogGroup(
                request -> request.logGroupName("aws-waf-logs-hardened").kmsKeyId(KmsSeeds.hardenedKey(account)));
        groups.putRetentionPolicy(
                request -> request.logGroupName("aws-waf-logs-hardened").retentionInDays(365));
        String logs = logGroup(account, "aws-waf-logs-hardened");
        String acl = webAcl(waf, "hardened-web-acl", Scope.REGIONAL, true, rule(true));
        log(waf, acl, logs);
        ruleGroup(waf, "hardened-group", Scope.REGIONAL, true, rule(true));
        ruleGroup(waf, "hardened-edge-group", Scope.CLOUDFRONT, true, rule(true));
        protect(account, acl, name -> name.startsWith("hardened-"));
    }

    private static String webAcl(Wafv2Client waf, String name, Scope scope, boolean metrics, Rule... rules) {
        return waf.createWebACL(request -> request.name(name)
                        .scope(scope)
                        .defaultAction(action -> action.allow(allow -> {}))
                        .rules(rules)
                        .visibilityConfig(visibility(name, metrics)))
                .summary()
                .arn();
    }

    private static void ruleGroup(Wafv2Client waf, String name, Scope scope, boolean metrics, Rule... rules) {
        waf.createRuleGroup(request ->
                request.name(name).scope(scope).capacity(10L).rules(rules).visibilityConfig(visibility(name, metrics)));
    }

    private static Rule rule(boolean metrics) {
        return Rule.builder()
                .name("countries")
                .priority(1)
                .action(action -> action.block(block -> {}))
                .statement(statement -> statement.geoMatchStatement(geo -> geo.countryCodesWithStrings("AQ")))
                .visibilityConfig(visibility("countries", metrics))
                .build();
    }

    private static VisibilityConfig visibility(String name, boolean metrics) {
        return VisibilityConfig.builder()
                .metricName(name)
                .cloudWatchMetricsEnabled(metrics)
                .sampledRequestsEnabled(true)
                .build();
    }

    private static void log(Wafv2Client waf, String acl, String destination) {
        waf.putLoggingConfiguration(request -> request.loggingConfiguration(
                logging -> logging.resourceArn(acl).logDestinationConfigs(List.of(destination))));
    }

    private static String logGroup(EmulatedAccount account, String name) {
        return "arn:aws:logs:%s:%s:log-group:%s".formatted(EmulatedAccount.HOME, account.id(), name);
    }

    private static void protect(EmulatedAccount account, String acl, Predicate<String> apis) {
        Wafv2Client waf = account.client(Wafv2Client.builder());
        ApiGatewayClient rest = account.client(ApiGatewayClient.builder());
        rest.getRestApis(request -> request.limit(500)).items().stream()
                .filter(api -> apis.test(api.name()))
                .forEach(api -> waf.associateWebACL(request -> request.webACLArn(acl)
                        .resourceArn("arn:aws:apigateway:%s::/restapis/%s/stages/prod"
                                .formatted(EmulatedAccount.HOME, api.id()))));
    }
}
