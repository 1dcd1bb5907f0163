package io.awsaudit.collectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.s3.AccessPoint;
import io.awsaudit.inventory.s3.MultiRegionAccessPoint;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages and regions of access points, which moto does not have. */
class AccessPointCollectorTest {
    private static final String BLOCK = """
            <BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>
            <BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>""";

    @Test
    void accessPointsComePageByPageWithTheirBlocks() {
        try (CannedAws aws = new CannedAws()
                .xml("GET /v20180820/accesspoint", list("ap1", "<NextToken>more</NextToken>"))
                .xml("nextToken=more", list("ap2", "<NextToken></NextToken>"))
                .xml("GET /v20180820/accesspoint/ap", """
                        <GetAccessPointResult><Name>ap</Name><PublicAccessBlockConfiguration>%s
                        </PublicAccessBlockConfiguration></GetAccessPointResult>""".formatted(BLOCK))) {
            List<Resource> points = aws.collect(AccessPoint.class).resources();
            assertThat(points).extracting(Resource::name).containsExactly("ap1", "ap2");
            assertThat(points).allSatisfy(point -> {
                assertThat(((AccessPoint) point).publicAccessBlock().knownNotTo(PublicAccessBlock.COMPLETE))
                        .isTrue();
                assertThat(((AccessPoint) point).vpc()).contains("vpc-1");
            });
        }
    }

    @Test
    void noAccessPointsAreNoGap() {
        try (CannedAws aws = new CannedAws()
                .xml(
                        "GET /v20180820/accesspoint",
                        "<ListAccessPointsResult><AccessPointList/></ListAccessPointsResult>")
                .xml(
                        "GET /v20180820/mrap/instances",
                        "<ListMultiRegionAccessPointsResult><AccessPoints/></ListMultiRegionAccessPointsResult>")) {
            Inventory inventory = aws.collect(AccessPoint.class, MultiRegionAccessPoint.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .hasSize(2)
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void aMultiRegionAccessPointComesWhole() {
        try (CannedAws aws = new CannedAws().xml("GET /v20180820/mrap/instances", """
                <ListMultiRegionAccessPointsResult><AccessPoints><AccessPoint><Name>m</Name><Alias>m1.mrap</Alias>
                <PublicAccessBlock>%s</PublicAccessBlock><Status>READY</Status>
                <Regions><Region><Bucket>b</Bucket><Region>us-east-1</Region></Region></Regions></AccessPoint></AccessPoints>
                </ListMultiRegionAccessPointsResult>""".formatted(BLOCK))) {
            MultiRegionAccessPoint point = (MultiRegionAccessPoint)
                    aws.collect(MultiRegionAccessPoint.class).resources().get(0);
            assertThat(point.arn().value()).isEqualTo("arn:aws:s3::111122223333:accesspoint/m1.mrap");
            assertThat(point.publicAccessBlock().blockPublicPolicy()).isFalse();
            assertThat(point.edges()).hasSize(1);
        }
    }

    private static String list(String name, String token) {
        return """
                <ListAccessPointsResult><AccessPointList>
                <AccessPoint><Name>%s</Name><NetworkOrigin>VPC</NetworkOrigin><VpcConfiguration><VpcId>vpc-1</VpcId></VpcConfiguration>
                <Bucket>b</Bucket><AccessPointArn>arn:aws:s3:us-east-1:111122223333:accesspoint/%s</AccessPointArn></AccessPoint>
                <AccessPoint><Name>elsewhere</Name><NetworkOrigin>Internet</NetworkOrigin>
                <Bucket>b</Bucket><AccessPointArn>arn:aws:s3:eu-west-1:111122223333:accesspoint/elsewhere</AccessPointArn></AccessPoint>
                </AccessPointList>%s</ListAccessPointsResult>""".formatted(name, name, token);
    }
}
