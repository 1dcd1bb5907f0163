package io.awsaudit.rules.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.account.Region;
import io.awsaudit.inventory.ec2.Vpc;
import io.awsaudit.rules.derived.Census.Population;
import io.awsaudit.rules.derived.Census.Total;
import io.awsaudit.rules.derived.Census.Upkeep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final Observed<Map<String, String>> STACKED = Observed.known(
            Map.of("aws:cloudformation:stack-id", "arn:aws:cloudformation:us-east-1:111122223333:stack/web/0a"));

    @Test
    void resourcesAreCountedByRegionAndType() {
        assertThat(Census.of(List.of(
                        vpc("a", "us-east-1", false, Observed.known(Map.of("Owner", "me"))),
                        vpc("b", "us-east-1", false, STACKED),
                        vpc("c", "eu-west-1", false, Observed.known(Map.of())))))
                .containsExactly(
                        new Population("us-east-1", "AWS::EC2::VPC", 2),
                        new Population("eu-west-1", "AWS::EC2::VPC", 1),
                        new Upkeep("us-east-1", "AWS::EC2::VPC", 2, 1, 1),
                        new Upkeep("eu-west-1", "AWS::EC2::VPC", 1, 1, 1));
    }

    @Test
    void whatAwsMadeAndWhatIsOfNoUseAloneAreNotCounted() {
        assertThat(Census.of(List.of(
                        vpc("default", "us-east-1", true, Observed.known(Map.of())),
                        new Region(identity("us-east-1", "us-east-1", Observed.known(Map.of()))))))
                .isEmpty();
    }

    @Test
    void nothingIsToldOfTagsThatWereNotRead() {
        Gap gap = new Gap(Gap.Cause.DENIED, "ec2:DescribeTags", Optional.empty(), "no");
        assertThat(Census.of(List.of(vpc("a", "us-east-1", false, Observed.unknown(gap)))))
                .containsExactly(new Population("us-east-1", "AWS::EC2::VPC", 1));
    }

    @Test
    void aTotalIsToldAsAShareAndByType() {
        Total total = Census.total(List.of(
                        new Upkeep("us-east-1", "AWS::SQS::Queue", 6, 1, 0),
                        new Upkeep("eu-west-1", "AWS::SQS::Queue", 1, 1, 0),
                        new Upkeep("eu-west-1", "AWS::SNS::Topic", 1, 0, 1)))
                .get(0);
        assertThat(total.outsideStacksInWords()).isEqualTo("2 of 8 (25 %)");
        assertThat(total.outsideStacksByType()).containsExactly("AWS::SQS::Queue 2 of 7");
        assertThat(total.untaggedByType()).containsExactly("AWS::SNS::Topic 1 of 1");
        assertThat(total.hasOutsideStacksOver(25)).isFalse();
        assertThat(total.hasOutsideStacksOver(24)).isTrue();
        assertThat(total.hasUntaggedOver(100)).isFalse();
    }

    private static Resource vpc(String name, String region, boolean isDefault, Observed<Map<String, String>> tags) {
        return new Vpc(identity(name, region, tags), isDefault, List.of());
    }

    private static Identity identity(String name, String region, Observed<Map<String, String>> tags) {
        return new Identity(
                new Arn("arn:aws:ec2:" + region + ":111122223333:vpc/" + name), "111122223333", region, name, tags);
    }
}
