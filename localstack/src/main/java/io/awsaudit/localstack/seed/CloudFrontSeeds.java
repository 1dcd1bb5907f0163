package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CustomOriginConfig;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.GeoRestrictionType;
import software.amazon.awssdk.services.cloudfront.model.HttpVersion;
import software.amazon.awssdk.services.cloudfront.model.MinimumProtocolVersion;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginGroup;
import software.amazon.awssdk.services.cloudfront.model.OriginGroupMember;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.SSLSupportMethod;
import software.amazon.awssdk.services.cloudfront.model.SslProtocol;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Distributions, which are the same in every region.
 *
 * <p>moto takes an origin access control and never returns it, so that no bucket or function URL is an origin of a hardened
 * distribution.
 */
final class CloudFrontSeeds implements Seeds {
    private static final String WEB = "web";
    private static final String OTHER = "other";
    private static final String GROUP = "pair";

    @Override
    public void insecure(EmulatedAccount account) {
        CloudFrontClient cloudFront = account.client(CloudFrontClient.builder());
        distribution(
                cloudFront,
                account,
                "insecure-bare",
                config -> config.originGroups(groups -> groups.quantity(0).items(List.of()))
                        .httpVersion(HttpVersion.HTTP1_1)
                        .defaultCacheBehavior(behavior(WEB, ViewerProtocolPolicy.ALLOW_ALL, false))
                        .origins(origins -> origins.quantity(1)
                                .items(web(
                                        WEB,
                                        OriginProtocolPolicy.MATCH_VIEWER,
                                        SslProtocol.SSL_V3,
                                        SslProtocol.TLS_V1)))
                        .viewerCertificate(certificate -> certificate.cloudFrontDefaultCertificate(true))
                        .restrictions(restrictions -> restrictions.geoRestriction(geo ->
                                geo.restrictionType(GeoRestrictionType.NONE).quantity(0)))
                        .webACLId("")
                        .logging(logging -> logging.enabled(false)
                                .includeCookies(false)
                                .bucket("")
                                .prefix("")));
        distribution(
                cloudFront,
                account,
                "insecure-plain-http-under-one-path",
                config -> config.cacheBehaviors(behaviors -> behaviors
                        .quantity(1)
                        .items(CacheBehavior.builder()
                                .pathPattern("/old/*")
                                .targetOriginId(WEB)
                                .viewerProtocolPolicy(ViewerProtocolPolicy.ALLOW_ALL)
                                .compress(false)
                                .trustedKeyGroups(groups ->
                                        groups.enabled(true).quantity(1).items("editors"))
                                .build())));
        distribution(
                cloudFront,
                account,
                "insecure-plain-http-to-origin",
                config -> config.origins(origins -> origins.quantity(2)
                        .items(
                                web(WEB, OriginProtocolPolicy.HTTP_ONLY, SslProtocol.TLS_V1_2),
                                web(OTHER, OriginProtocolPolicy.HTTPS_ONLY, SslProtocol.TLS_V1_2))));
        distribution(
                cloudFront,
                account,
                "insecure-old-tls",
                config -> config.viewerCertificate(certificate -> certificate
                        .acmCertificateArn(certificate(account))
                        .sslSupportMethod(SSLSupportMethod.SNI_ONLY)
                        .minimumProtocolVersion(MinimumProtocolVersion.TLS_V1)));
        distribution(
                cloudFront,
                account,
                "insecure-dedicated-addresses",
                config -> config.viewerCertificate(certificate -> certificate
                        .acmCertificateArn(certificate(account))
                        .sslSupportMethod(SSLSupportMethod.VIP)
                        .minimumProtocolVersion(MinimumProtocolVersion.TLS_V1_2_2021)));
        distribution(
                cloudFront,
                account,
                "insecure-bucket-missing",
                config -> config.origins(
                        origins -> origins.quantity(2).items(bucket("insecure-nobody-has-this"), other())));
        distribution(
                cloudFront,
                account,
                "insecure-without-root-object",
                config -> config.defaultRootObject("")
                        .origins(origins -> origins.quantity(2).items(bucket("insecure-bare"), other())));
        distribution(
                cloudFront,
                account,
                "insecure-function-url",
                config -> config.origins(origins -> origins.quantity(2)
                        .items(
                                web(WEB, OriginProtocolPolicy.HTTPS_ONLY, SslProtocol.TLS_V1_2).toBuilder()
                                        .domainName("abcdefgh.lambda-url.us-east-1.on.aws")
                                        .build(),
                                other())));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        CloudFrontClient cloudFront = account.client(CloudFrontClient.builder());
        distribution(cloudFront, account, "hardened-distribution", config -> {});
        String delivered = distribution(
                cloudFront,
                account,
                "hardened-distribution-with-delivery",
                config -> config.logging(logging ->
                        logging.enabled(false).includeCookies(false).bucket("").prefix("")));
        CloudWatchLogsClient logs = account.client(CloudWatchLogsClient.builder());
        logs.putDeliverySource(request ->
                request.name("hardened-distribution").resourceArn(delivered).logType("ACCESS_LOGS"));
        String destination = logs.putDeliveryDestination(request -> request.name("hardened-distribution")
                        .outputFormat("json")
                        .deliveryDestinationConfiguration(
                                target -> target.destinationResourceArn("arn:aws:s3:::hardened-data")))
                .deliveryDestination()
                .arn();
        logs.createDelivery(
                request -> request.deliverySourceName("hardened-distribution").deliveryDestinationArn(destination));
    }

    /** Makes a distribution with nothing wrong with it but what is changed; its alternate domain name begins with its name. */
    private static String distribution(
            CloudFrontClient cloudFront,
            EmulatedAccount account,
            String name,
            Consumer<DistributionConfig.Builder> change) {
        DistributionConfig.Builder config = DistributionConfig.builder()
                .callerReference(name)
                .comment("")
                .aliases(aliases -> aliases.quantity(1).items(name + ".example.com"))
                .httpVersion(HttpVersion.HTTP2_AND3)
                .enabled(true)
                .defaultRootObject("index.html")
                .origins(origins -> origins.quantity(2)
                        .items(web(WEB, OriginProtocolPolicy.HTTPS_ONLY, SslProtocol.TLS_V1_2), other()))
                .originGroups(groups -> groups.quantity(1)
                        .items(OriginGroup.builder()
                                .id(GROUP)
                                .failoverCriteria(criteria -> criteria.statusCodes(
                                        codes -> codes.quantity(1).items(503)))
                                .members(members -> members.quantity(2)
                                        .items(
                                                OriginGroupMember.builder()
                                                        .originId(WEB)
                                                        .build(),
                                                OriginGroupMember.builder()
                                                        .originId(OTHER)
                                                        .build()))
                                .build()))
                .defaultCacheBehavior(behavior(WEB, ViewerProtocolPolicy.REDIRECT_TO_HTTPS, true))
                .viewerCertificate(certificate -> certificate
                        .acmCertificateArn(certificate(account))
                        .sslSupportMethod(SSLSupportMethod.SNI_ONLY)
                        .minimumProtocolVersion(MinimumProtocolVersion.TLS_V1_2_2021))
                .restrictions(restrictions ->
                        restrictions.geoRestriction(geo -> geo.restrictionType(GeoRestrictionType.WHITELIST)
                                .quantity(1)
                                .items("DE")))
                .webACLId("arn:aws:wafv2:us-east-1:%s:global/webacl/hardened-edge/0a".formatted(account.id()))
                .logging(logging -> logging.enabled(true)
                        .includeCookies(false)
                        .bucket("hardened-logs.s3.amazonaws.com")
                        .prefix(name + "/"));
        change.accept(config);
        return cloudFront
                .createDistributionWithTags(request ->
                        request.distributionConfigWithTags(with -> with.distributionConfig(config.build())
                                .tags(tags -> tags.items(tag -> tag.key("Name").value(name)))))
                .distribution()
                .arn();
    }

    private static DefaultCacheBehavior behavior(String target, ViewerProtocolPolicy policy, boolean signed) {
        return DefaultCacheBehavior.builder()
                .targetOriginId(target)
                .viewerProtocolPolicy(policy)
                .compress(true)
                .trustedKeyGroups(groups -> {
                    groups.enabled(signed).quantity(signed ? 1 : 0);
                    if (signed) {
                        groups.items("editors");
                    }
                })
                .build();
    }

    private static Origin other() {
        return web(OTHER, OriginProtocolPolicy.HTTPS_ONLY, SslProtocol.TLS_V1_2);
    }

    private static Origin web(String id, OriginProtocolPolicy policy, SslProtocol... protocols) {
        return Origin.builder()
                .id(id)
                .domainName(id + ".example.com")
                .customOriginConfig(CustomOriginConfig.builder()
                        .httpPort(80)
                        .httpsPort(443)
                        .originProtocolPolicy(policy)
                        .originSslProtocols(
                                ssl -> ssl.quantity(protocols.length).items(protocols))
                        .build())
                .build();
    }

    private static Origin bucket(String name) {
        return Origin.builder()
                .id(WEB)
                .domainName(name + ".s3.us-east-1.amazonaws.com")
                .s3OriginConfig(s3 -> s3.originAccessIdentity(""))
                .build();
    }

    private static String certificate(EmulatedAccount account) {
        return "arn:aws:acm:us-east-1:%s:certificate/00000000-0000-0000-0000-000000000000".formatted(account.id());
    }
}
