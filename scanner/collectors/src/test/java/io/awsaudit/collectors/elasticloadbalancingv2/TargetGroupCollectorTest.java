package io.awsaudit.collectors.elasticloadbalancingv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.elasticloadbalancingv2.Protocol;
import io.awsaudit.inventory.elasticloadbalancingv2.TargetGroup;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of target groups, with AWS's documented responses. */
class TargetGroupCollectorTest {
    private static final String LIST = "Action=DescribeTargetGroups";
    private static final String TAGS = "Action=DescribeTags";
    private static final String NO_TAGS =
            "<DescribeTagsResponse><DescribeTagsResult><TagDescriptions/></DescribeTagsResult></DescribeTagsResponse>";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml(TAGS, NO_TAGS)
                .xml(LIST, answer("<NextMarker>more</NextMarker>", group("one", "<TargetType>ip</TargetType>")))
                .xml("Marker=more", answer("", group("two", "<TargetType>ip</TargetType>")))) {
            assertThat(aws.collect(TargetGroup.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void theTargetGroupOfALambdaFunctionHasNoProtocol() {
        TargetGroup group = only("<TargetType>lambda</TargetType><HealthCheckEnabled>false</HealthCheckEnabled>");
        assertThat(group.isLambda()).isTrue();
        assertThat(group.protocol()).isEmpty();
        assertThat(group.healthCheckProtocol()).isEmpty();
    }

    @Test
    void thoseOfAppliancesAreKnownByTheirProtocol() {
        TargetGroup group = only("<TargetType>instance</TargetType><Protocol>GENEVE</Protocol><Port>6081</Port>"
                + "<HealthCheckProtocol>TCP</HealthCheckProtocol>");
        assertThat(group.isOfGateway()).isTrue();
        assertThat(group.healthCheckProtocol()).contains(Protocol.TCP);
    }

    private static TargetGroup only(String parts) {
        try (CannedAws aws = new CannedAws().xml(TAGS, NO_TAGS).xml(LIST, answer("", group("one", parts)))) {
            return (TargetGroup) aws.collect(TargetGroup.class).resources().get(0);
        }
    }

    private static String group(String name, String parts) {
        return "<member><TargetGroupArn>arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/" + name
                + "/1</TargetGroupArn><TargetGroupName>" + name + "</TargetGroupName>" + parts + "</member>";
    }

    private static String answer(String marker, String groups) {
        return "<DescribeTargetGroupsResponse><DescribeTargetGroupsResult><TargetGroups>" + groups + "</TargetGroups>"
                + marker + "</DescribeTargetGroupsResult></DescribeTargetGroupsResponse>";
    }
}
