package io.awsaudit.collectors.route53;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.route53.HostedZone;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of hosted zones, with AWS's documented responses. */
class HostedZoneCollectorTest {
    private static final String LIST = "/2013-04-01/hostedzone";
    private static final String LOGGING = "/2013-04-01/queryloggingconfig";
    private static final String TAGS = "/2013-04-01/tags/hostedzone";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = aws().xml(
                        LIST,
                        zones(
                                "<IsTruncated>true</IsTruncated><NextMarker>more</NextMarker>",
                                zone("Z1", "one.example.", "")))
                .xml("marker=more", zones("<IsTruncated>false</IsTruncated>", zone("Z2", "two.example.", "")))) {
            assertThat(aws.collect(HostedZone.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one.example", "two.example");
        }
    }

    @Test
    void oneListingTellsWhichZonesLogQueries() {
        try (CannedAws aws = aws().xml(LIST, zones("", zone("Z1", "one.example.", "") + zone("Z2", "two.example.", "")))
                .xml(LOGGING, logging("<NextToken>more</NextToken>", ""))
                .xml("nexttoken=more", logging("", """
                        <QueryLoggingConfig><Id>1</Id><HostedZoneId>Z2</HostedZoneId>
                        <CloudWatchLogsLogGroupArn>arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/two:*</CloudWatchLogsLogGroupArn>
                        </QueryLoggingConfig>"""))) {
            Map<String, Optional<Arn>> logging = aws.collect(HostedZone.class).resources().stream()
                    .map(HostedZone.class::cast)
                    .collect(Collectors.toMap(
                            Resource::name,
                            zone -> zone.queryLogging().asOptional().orElseThrow()));
            assertThat(logging)
                    .isEqualTo(Map.of(
                            "one.example",
                            Optional.empty(),
                            "two.example",
                            Optional.of(new Arn("arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/two"))));
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(LOGGING))
                    .hasSize(2);
        }
    }

    @Test
    void aPrivateZoneIsNotAskedAbout() {
        try (CannedAws aws = aws().xml(
                        LIST,
                        zones(
                                "",
                                zone(
                                        "Z1",
                                        "one.example.",
                                        "<Config><PrivateZone>true</PrivateZone></Config><ResourceRecordSetCount>2</ResourceRecordSetCount>")))) {
            HostedZone zone =
                    (HostedZone) aws.collect(HostedZone.class).resources().get(0);
            assertThat(zone.privateZone()).isTrue();
            assertThat(zone.isEmpty()).isTrue();
            assertThat(zone.queryLogging().knownToBe(Optional.empty())).isTrue();
            assertThat(aws.requests()).noneMatch(request -> request.contains(LOGGING));
        }
    }

    @Test
    void whereQueryLoggingIsRefusedTheZonesAreKnownAllTheSame() {
        try (CannedAws aws =
                aws().xml(LIST, zones("", zone("Z1", "one.example.", ""))).answer(LOGGING, 403, "text/xml", """
                        <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:iam::111122223333:user/a \
                        is not authorized to perform: route53:ListQueryLoggingConfigs</Message></Error></ErrorResponse>""")) {
            Inventory inventory = aws.collect(HostedZone.class);
            assertThat(inventory.resources()).singleElement().satisfies(zone -> {
                assertThat(((HostedZone) zone).queryLogging().isKnown()).isFalse();
                assertThat(zone.arn()).isEqualTo(new Arn("arn:aws:route53:::hostedzone/Z1"));
            });
        }
    }

    private static CannedAws aws() {
        return new CannedAws()
                .xml(LOGGING, logging("", ""))
                .xml(TAGS, "<ListTagsForResourcesResponse><ResourceTagSets/></ListTagsForResourcesResponse>");
    }

    private static String zone(String id, String name, String parts) {
        return "<HostedZone><Id>/hostedzone/" + id + "</Id><Name>" + name
                + "</Name><CallerReference>r</CallerReference>" + parts + "</HostedZone>";
    }

    private static String zones(String end, String zones) {
        return "<ListHostedZonesResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><HostedZones>" + zones
                + "</HostedZones>" + (end.isEmpty() ? "<IsTruncated>false</IsTruncated>" : end)
                + "<MaxItems>100</MaxItems></ListHostedZonesResponse>";
    }

    private static String logging(String end, String configs) {
        return "<ListQueryLoggingConfigsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><QueryLoggingConfigs>"
                + configs + "</QueryLoggingConfigs>" + end + "</ListQueryLoggingConfigsResponse>";
    }
}
