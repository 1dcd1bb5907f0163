package io.awsaudit.collectors.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.cloudfront.CacheBehavior;
import io.awsaudit.inventory.cloudfront.Distribution;
import io.awsaudit.inventory.cloudfront.DistributionConfig;
import io.awsaudit.inventory.cloudfront.Origin;
import io.awsaudit.inventory.cloudfront.OriginAccessControl;
import io.awsaudit.inventory.cloudfront.OriginGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of distributions, with AWS's documented responses: it leaves out what an origin
 * has to do with S3, its origin access control, origins in a VPC, and tenants.
 */
class DistributionCollectorTest {
    private static final String LIST = "GET /2020-05-31/distribution ";
    private static final String DESTINATION = "arn:aws:logs:us-east-1:111122223333:delivery-destination:to-s3";
    private static final String BUCKET = """
            <Origin><Id>site</Id><DomainName>site.s3.us-east-1.amazonaws.com</DomainName><OriginPath></OriginPath>
            <S3OriginConfig><OriginAccessIdentity>%s</OriginAccessIdentity></S3OriginConfig>
            <OriginAccessControlId>%s</OriginAccessControlId></Origin>""";
    private static final String SITE = BUCKET.formatted("", "E0AC");

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = withDetails(new CannedAws()
                .xml(LIST, page("<NextMarker>E1</NextMarker><IsTruncated>true</IsTruncated>", summary("E1", SITE)))
                .xml("Marker=E1", page("<IsTruncated>false</IsTruncated>", summary("E2", SITE))))) {
            assertThat(aws.collect(Distribution.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("E1", "E2");
        }
    }

    @Test
    void anAccountWithoutDistributionsHasNone() {
        try (CannedAws aws = new CannedAws().xml(LIST, """
                <DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker></Marker>
                <MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>0</Quantity></DistributionList>""")) {
            var inventory = aws.collect(Distribution.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .allSatisfy(listing -> assertThat(listing.gap()).isEmpty());
            assertThat(aws.requests()).noneMatch(request -> request.contains("DescribeDeliver"));
        }
    }

    @Test
    void originsAreToldApartByWhatTheyAreAskedIn() {
        String origins = SITE + BUCKET.formatted("origin-access-identity/cloudfront/E0A1", "") + """
                <Origin><Id>web</Id><DomainName>www.example.com</DomainName><CustomOriginConfig><HTTPPort>80</HTTPPort>
                <HTTPSPort>443</HTTPSPort><OriginProtocolPolicy>match-viewer</OriginProtocolPolicy><OriginSslProtocols>
                <Quantity>2</Quantity><Items><SslProtocol>SSLv3</SslProtocol><SslProtocol>TLSv1.2</SslProtocol></Items>
                </OriginSslProtocols></CustomOriginConfig></Origin>
                <Origin><Id>inside</Id><DomainName>alb.internal</DomainName><VpcOriginConfig><VpcOriginId>vo_1</VpcOriginId>
                </VpcOriginConfig></Origin>""";
        try (CannedAws aws = withDetails(listed(summary("E1", origins)))) {
            assertThat(only(aws).origins())
                    .containsExactly(
                            new Origin(
                                    "site",
                                    "site.s3.us-east-1.amazonaws.com",
                                    Optional.of("E0AC"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false),
                            new Origin(
                                    "site",
                                    "site.s3.us-east-1.amazonaws.com",
                                    Optional.empty(),
                                    Optional.of("origin-access-identity/cloudfront/E0A1"),
                                    Optional.empty(),
                                    false),
                            new Origin(
                                    "web",
                                    "www.example.com",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(
                                            new Origin.CustomOriginConfig("match-viewer", List.of("SSLv3", "TLSv1.2"))),
                                    false),
                            new Origin(
                                    "inside",
                                    "alb.internal",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    true));
        }
    }

    @Test
    void theRestOfTheListingIsRead() {
        try (CannedAws aws = withDetails(listed(summary("E1", SITE)))) {
            Distribution distribution = only(aws);
            assertThat(distribution.arn().value()).isEqualTo("arn:aws:cloudfront::111122223333:distribution/E1");
            assertThat(distribution.region()).isEqualTo("global");
            assertThat(distribution.multiTenant()).isTrue();
            assertThat(distribution.originGroups()).containsExactly(new OriginGroup("pair", List.of("site", "other")));
            assertThat(distribution.cacheBehaviors())
                    .containsExactly(
                            new CacheBehavior("*", "site", "redirect-to-https", false, true, true),
                            new CacheBehavior("/old/*", "site", "allow-all", true, false, false));
            assertThat(distribution.viewerCertificate().isCustom()).isFalse();
            assertThat(distribution.viewerCertificate().sslSupportMethod()).contains("vip");
            assertThat(distribution.geoRestriction()).isEqualTo("none");
            assertThat(distribution.uncompressedPaths()).containsExactly("/old/*");
            assertThat(distribution.speaksHttp("2")).isTrue();
            assertThat(distribution.speaksHttp("3")).isFalse();
            assertThat(distribution.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactlyInAnyOrder(
                            Relation.ROUTES_TO + " arn:aws:s3:::site",
                            Relation.PROTECTED_BY + " arn:aws:wafv2:us-east-1:111122223333:global/webacl/edge/0a",
                            Relation.LOGS_TO + " arn:aws:s3:::logs",
                            Relation.LOGS_TO + " " + DESTINATION);
            assertThat(distribution.tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = withDetails(listed(summary("E1", SITE)))
                .xml("/distribution/E1/config", config("<Logging><Enabled>false</Enabled><Bucket></Bucket></Logging>"))
                .json("DescribeDeliverySources", "{\"deliverySources\":[]}")) {
            Distribution distribution = only(aws);
            assertThat(distribution.config())
                    .isEqualTo(Observed.known(new DistributionConfig(Optional.empty(), Optional.empty())));
            assertThat(distribution.logDeliveries()).isEqualTo(Observed.known(List.of()));
            assertThat(aws.requests()).noneMatch(request -> request.contains("DescribeDeliveries "));
        }
    }

    @Test
    void deliveriesAreListedOnceForAllDistributionsToTheirLastPage() {
        try (CannedAws aws = withDetails(listed(summary("E1", SITE) + summary("E2", SITE) + summary("E3", SITE)))
                .json(
                        "DescribeDeliverySources",
                        "{\"deliverySources\":[%s],\"nextToken\":\"more\"}"
                                .formatted(source("one", "E1", "ACCESS_LOGS")))
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"deliverySources\":[%s,%s]}"
                                .formatted(
                                        source("two", "E2", "ACCESS_LOGS"), source("other", "E3", "CONNECTION_LOGS")))
                .json(
                        "DescribeDeliveries ",
                        "{\"deliveries\":[%s],\"nextToken\":\"rest\"}".formatted(delivery("other")))
                .json("\"nextToken\":\"rest\"", "{\"deliveries\":[%s]}".formatted(delivery("one")))) {
            assertThat(aws.collect(Distribution.class).resources())
                    .extracting(resource -> ((Distribution) resource).logDeliveries())
                    .containsExactly(
                            Observed.known(List.of(new Arn(DESTINATION))),
                            Observed.known(List.of()),
                            Observed.known(List.of()));
            assertThat(aws.requests().stream().filter(request -> request.contains("DescribeDeliver")))
                    .hasSize(4);
        }
    }

    @Test
    void aRefusedListOfDeliveriesIsUnknownForEveryDistributionByItsOwnAction() {
        try (CannedAws aws = withDetails(listed(summary("E1", SITE) + summary("E2", SITE)))
                .answer("DescribeDeliveries ", 400, "application/json", "{\"__type\":\"AccessDeniedException\"}")) {
            assertThat(aws.collect(Distribution.class).resources())
                    .hasSize(2)
                    .allSatisfy(resource -> assertThat(((Distribution) resource)
                                    .logDeliveries()
                                    .unknownBecause()
                                    .flatMap(Gap::action))
                            .contains("logs:DescribeDeliveries"));
        }
    }

    @Test
    void aBucketIsMissingOnlyWhereS3SaysSo() {
        String error = "<Error><Code>%s</Code><Message>no</Message></Error>";
        try (CannedAws missing = withDetails(listed(summary("E1", SITE)))
                        .answer("/site?location", 404, "application/xml", error.formatted("NoSuchBucket"));
                CannedAws refused = withDetails(listed(summary("E1", SITE)))
                        .answer("/site?location", 403, "application/xml", error.formatted("AccessDenied"));
                CannedAws there = withDetails(listed(summary("E1", SITE)))) {
            assertThat(only(missing).missingBuckets()).isEqualTo(Observed.known(List.of("site")));
            assertThat(only(refused)
                            .missingBuckets()
                            .unknownBecause()
                            .orElseThrow()
                            .cause())
                    .isEqualTo(Gap.Cause.DENIED);
            assertThat(only(there).missingBuckets()).isEqualTo(Observed.known(List.of()));
        }
    }

    @Test
    void aMissingBucketIsFoundBesideOneThatIsRefused() {
        String other = SITE.replace("site.s3", "other.s3");
        try (CannedAws aws = withDetails(listed(summary("E1", SITE + other)))
                .answer("/site?location", 404, "application/xml", "<Error><Code>NoSuchBucket</Code></Error>")
                .answer("/other?location", 403, "application/xml", "<Error><Code>AccessDenied</Code></Error>")) {
            assertThat(only(aws).missingBuckets()).isEqualTo(Observed.known(List.of("site")));
        }
    }

    @Test
    void originAccessControlsAreReadToTheLastPage() {
        String page = """
                <OriginAccessControlList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker></Marker>%s
                <MaxItems>100</MaxItems><Quantity>1</Quantity><Items><OriginAccessControlSummary><Id>%s</Id><Name>site</Name>
                <SigningProtocol>sigv4</SigningProtocol><SigningBehavior>%s</SigningBehavior>
                <OriginAccessControlOriginType>s3</OriginAccessControlOriginType></OriginAccessControlSummary></Items>
                </OriginAccessControlList>""";
        try (CannedAws aws = new CannedAws()
                .xml(
                        "GET /2020-05-31/origin-access-control ",
                        page.formatted("<IsTruncated>true</IsTruncated><NextMarker>E1</NextMarker>", "E1", "always"))
                .xml("Marker=E1", page.formatted("<IsTruncated>false</IsTruncated>", "E2", "never"))) {
            assertThat(aws.collect(OriginAccessControl.class).resources())
                    .extracting(
                            resource -> resource.arn().value(), resource -> ((OriginAccessControl) resource).isOff())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "arn:aws:cloudfront::111122223333:origin-access-control/E1", false),
                            org.assertj.core.groups.Tuple.tuple(
                                    "arn:aws:cloudfront::111122223333:origin-access-control/E2", true));
        }
    }

    private static Distribution only(CannedAws aws) {
        return (Distribution) aws.collect(Distribution.class).resources().get(0);
    }

    private static CannedAws listed(String summaries) {
        return new CannedAws().xml(LIST, page("<IsTruncated>false</IsTruncated>", summaries));
    }

    private static CannedAws withDetails(CannedAws aws) {
        return aws.xml(
                        "/config",
                        config(
                                "<DefaultRootObject>index.html</DefaultRootObject><Logging><Enabled>true</Enabled>"
                                        + "<IncludeCookies>false</IncludeCookies><Bucket>logs.s3.amazonaws.com</Bucket><Prefix></Prefix></Logging>"))
                .xml("/tagging", """
                        <Tags xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Items><Tag><Key>Owner</Key>
                        <Value>me</Value></Tag></Items></Tags>""")
                .xml("?location", """
                        <LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>""")
                .json(
                        "DescribeDeliverySources",
                        "{\"deliverySources\":[%s]}".formatted(source("one", "E1", "ACCESS_LOGS")))
                .json("DescribeDeliveries ", "{\"deliveries\":[%s]}".formatted(delivery("one")));
    }

    private static String page(String end, String summaries) {
        return "<DistributionList xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Marker></Marker>"
                + "<MaxItems>100</MaxItems>" + end + "<Quantity>1</Quantity><Items>" + summaries
                + "</Items></DistributionList>";
    }

    private static String config(String members) {
        return "<DistributionConfig xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"
                + "<CallerReference>once</CallerReference>" + members + "</DistributionConfig>";
    }

    private static String source(String name, String distribution, String logType) {
        return """
                {"name":"%s","service":"cloudfront","logType":"%s","resourceArns":["arn:aws:cloudfront::111122223333:distribution/%s"]}""".formatted(name, logType, distribution);
    }

    private static String delivery(String source) {
        return """
                {"id":"d-%1$s","deliverySourceName":"%1$s","deliveryDestinationArn":"%2$s","deliveryDestinationType":"S3"}""".formatted(source, DESTINATION);
    }

    private static String summary(String id, String origins) {
        return """
                <DistributionSummary><Id>%1$s</Id><ARN>arn:aws:cloudfront::111122223333:distribution/%1$s</ARN>
                <Status>Deployed</Status><DomainName>d1.cloudfront.net</DomainName><Aliases><Quantity>0</Quantity></Aliases>
                <Origins><Quantity>1</Quantity><Items>%2$s</Items></Origins>
                <OriginGroups><Quantity>1</Quantity><Items><OriginGroup><Id>pair</Id><FailoverCriteria><StatusCodes>
                <Quantity>1</Quantity><Items><StatusCode>500</StatusCode></Items></StatusCodes></FailoverCriteria><Members>
                <Quantity>2</Quantity><Items><OriginGroupMember><OriginId>site</OriginId></OriginGroupMember>
                <OriginGroupMember><OriginId>other</OriginId></OriginGroupMember></Items></Members></OriginGroup></Items></OriginGroups>
                <DefaultCacheBehavior><TargetOriginId>site</TargetOriginId><TrustedSigners><Enabled>false</Enabled>
                <Quantity>0</Quantity></TrustedSigners><TrustedKeyGroups><Enabled>true</Enabled><Quantity>1</Quantity><Items>
                <KeyGroup>k</KeyGroup></Items></TrustedKeyGroups><ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy><Compress>true</Compress>
                </DefaultCacheBehavior><CacheBehaviors><Quantity>1</Quantity><Items><CacheBehavior>
                <PathPattern>/old/*</PathPattern><TargetOriginId>site</TargetOriginId><TrustedSigners><Enabled>true</Enabled>
                <Quantity>1</Quantity><Items><AwsAccountNumber>self</AwsAccountNumber></Items></TrustedSigners>
                <ViewerProtocolPolicy>allow-all</ViewerProtocolPolicy></CacheBehavior></Items></CacheBehaviors>
                <Enabled>true</Enabled><ViewerCertificate><CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate>
                <SSLSupportMethod>vip</SSLSupportMethod><MinimumProtocolVersion>TLSv1</MinimumProtocolVersion>
                <CertificateSource>cloudfront</CertificateSource></ViewerCertificate>
                <Restrictions><GeoRestriction><RestrictionType>none</RestrictionType><Quantity>0</Quantity></GeoRestriction></Restrictions>
                <WebACLId>arn:aws:wafv2:us-east-1:111122223333:global/webacl/edge/0a</WebACLId>
                <HttpVersion>http2</HttpVersion><ConnectionMode>tenant-only</ConnectionMode><Staging>false</Staging></DistributionSummary>""".formatted(id, origins);
    }
}
