package io.awsaudit.collectors.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.autoscaling.LaunchConfiguration;
import io.awsaudit.inventory.ec2.MetadataOptions;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpEndpoint;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import io.awsaudit.inventory.snapshot.InventoryJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of launch configurations, with AWS's documented responses. */
class LaunchConfigurationCollectorTest {
    private static final String LIST = "Action=DescribeLaunchConfigurations";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml(LIST, answer("<NextToken>more</NextToken>", configuration("one", "")))
                .xml("NextToken=more", answer("", configuration("two", "")))) {
            assertThat(aws.collect(LaunchConfiguration.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatIsNotSaidIsAsTheInstanceHasIt() {
        LaunchConfiguration bare = only("");
        assertThat(bare.metadataOptions()).isEqualTo(new MetadataOptions(HttpTokens.OPTIONAL, HttpEndpoint.ENABLED, 1));
        assertThat(bare.associatePublicIpAddress()).isEmpty();
        assertThat(bare.givesPublicIpAddress()).isFalse();
    }

    @Test
    void someOptionsMayBeSaidAndOthersNot() {
        assertThat(only("<MetadataOptions><HttpTokens>required</HttpTokens></MetadataOptions>")
                        .metadataOptions())
                .isEqualTo(new MetadataOptions(HttpTokens.REQUIRED, HttpEndpoint.ENABLED, 1));
        assertThat(only("<MetadataOptions><HttpEndpoint>disabled</HttpEndpoint></MetadataOptions>")
                        .metadataOptions()
                        .allowsVersion1())
                .isFalse();
    }

    @Test
    void namesOfSecurityGroupsAreLeftOut() {
        assertThat(only("<SecurityGroups><member>default</member><member>sg-1</member></SecurityGroups>")
                        .securityGroups())
                .extracting(group -> group.value())
                .containsExactly("arn:aws:ec2:us-east-1:111122223333:security-group/sg-1");
    }

    @Test
    void userDataIsNotKept() {
        LaunchConfiguration configuration = only("<UserData>ZXhwb3J0IFBBU1NXT1JEPWh1bnRlcjI=</UserData>");
        assertThat(InventoryJson.mapper().writeValueAsString(configuration))
                .doesNotContain("ZXhwb3J0", "PASSWORD", "hunter2");
        assertThat(configuration
                        .userDataSecrets()
                        .knownToBe(List.of(new Secret("line 1", "looks like a password or key"))))
                .isTrue();
        assertThat(only("").userDataSecrets().knownToBe(List.of())).isTrue();
        assertThat(only("<UserData></UserData>").userDataSecrets().knownToBe(List.of()))
                .isTrue();
    }

    private static LaunchConfiguration only(String parts) {
        try (CannedAws aws = new CannedAws().xml(LIST, answer("", configuration("one", parts)))) {
            Inventory inventory = aws.collect(LaunchConfiguration.class);
            return (LaunchConfiguration) inventory.resources().get(0);
        }
    }

    private static String configuration(String name, String parts) {
        return "<member><LaunchConfigurationName>" + name + "</LaunchConfigurationName><LaunchConfigurationARN>"
                + "arn:aws:autoscaling:us-east-1:111122223333:launchConfiguration:1:launchConfigurationName/" + name
                + "</LaunchConfigurationARN><ImageId>ami-1</ImageId><InstanceType>m7g.large</InstanceType>" + parts
                + "</member>";
    }

    private static String answer(String token, String configurations) {
        return "<DescribeLaunchConfigurationsResponse><DescribeLaunchConfigurationsResult><LaunchConfigurations>"
                + configurations + "</LaunchConfigurations>" + token
                + "</DescribeLaunchConfigurationsResult></DescribeLaunchConfigurationsResponse>";
    }
}
