package io.awsaudit.collectors.elasticbeanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.ec2.InstanceType;
import io.awsaudit.inventory.elasticbeanstalk.Application;
import io.awsaudit.inventory.elasticbeanstalk.Environment;
import io.awsaudit.inventory.elasticbeanstalk.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the emulator, which has neither settings nor platforms, cannot be brought to say of Elastic Beanstalk. */
class ElasticBeanstalkCollectorsTest {
    private static final String ENVIRONMENTS = "Action=DescribeEnvironments";
    private static final String SETTINGS = "Action=DescribeConfigurationSettings";
    private static final String PLATFORM = "Action=DescribePlatformVersion";
    private static final String PLATFORM_ARN =
            "arn:aws:elasticbeanstalk:us-east-1::platform/Corretto 21 running on 64bit Amazon Linux 2023/4.6.0";

    @Test
    void environmentsComePageByPageAndThoseThatEndAreNone() {
        try (CannedAws aws = known().xml(
                        ENVIRONMENTS, environments(environment("one", "Ready"), "<NextToken>more</NextToken>"))
                .xml(
                        "NextToken=more",
                        environments(environment("two", "Updating") + environment("old", "Terminating"), ""))) {
            assertThat(aws.collect(Environment.class).resources())
                    .allMatch(environment -> environment.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(ENVIRONMENTS))
                    .allMatch(
                            request -> request.contains("MaxRecords=1000") && request.contains("IncludeDeleted=false"));
        }
    }

    @Test
    void settingsThatAreLeftOutAreAsTheServiceTakesThem() {
        EnvironmentSettings settings = settings(set("deployed", ""));
        assertThat(EnvironmentSettings.BASIC_HEALTH.test(settings)).isTrue();
        assertThat(EnvironmentSettings.notUpdatedTo(List.of()).test(settings)).isTrue();
        assertThat(settings.logsStreamed()).isFalse();
        assertThat(settings.environmentType()).isEqualTo("LoadBalanced");
        assertThat(settings.minInstances()).isEqualTo(1);
        assertThat(settings.instanceTypes()).isEmpty();
        assertThat(EnvironmentSettings.DEPLOYED_AT_ONCE.test(settings)).isTrue();
        assertThat(settings.environmentSecrets()).isEmpty();
    }

    @Test
    void settingsInForceAreReadAndThoseThatAreNotAreNot() {
        EnvironmentSettings settings = settings(set("pending", "")
                + set(
                        "deployed",
                        option("aws:elasticbeanstalk:healthreporting:system", "SystemType", "enhanced")
                                + option("aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled", "true")
                                + option("aws:elasticbeanstalk:managedactions:platformupdate", "UpdateLevel", "patch")
                                + option("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", "true")
                                + option("aws:elasticbeanstalk:environment", "EnvironmentType", "SingleInstance")
                                + option("aws:autoscaling:asg", "MinSize", "4")
                                + option("aws:ec2:instances", "InstanceTypes", "t4g.small, m4.large")
                                + option("aws:autoscaling:launchconfiguration", "InstanceType", "m3.medium")
                                + option("aws:elasticbeanstalk:command", "DeploymentPolicy", "Immutable")));
        assertThat(EnvironmentSettings.BASIC_HEALTH.test(settings)).isFalse();
        assertThat(EnvironmentSettings.notUpdatedTo(List.of()).test(settings)).isFalse();
        assertThat(EnvironmentSettings.notUpdatedTo(List.of("minor")).test(settings))
                .isTrue();
        assertThat(settings.logsStreamed()).isTrue();
        assertThat(settings.minInstances()).isEqualTo(4);
        assertThat(settings.instanceTypes())
                .containsExactly(new InstanceType("t4g.small"), new InstanceType("m4.large"));
        assertThat(EnvironmentSettings.ON_OLD_INSTANCES.test(settings)).isTrue();
        assertThat(EnvironmentSettings.ON_ONE_INSTANCE.test(settings)).isTrue();
        assertThat(EnvironmentSettings.DEPLOYED_AT_ONCE.test(settings)).isFalse();
    }

    @Test
    void credentialsInVariablesAreNamedAndNotKept() {
        EnvironmentSettings settings = settings(set(
                "deployed",
                option("aws:elasticbeanstalk:application:environment", "DB_PASSWORD", "hunter22")
                        + option("aws:elasticbeanstalk:application:environment", "STAGE", "prod")
                        + option(
                                "aws:elasticbeanstalk:application:environmentsecrets",
                                "API_TOKEN",
                                "arn:aws:secretsmanager:us-east-1:111122223333:secret:x")));
        assertThat(settings.environmentSecrets()).extracting(Secret::where).containsExactly("DB_PASSWORD");
        assertThat(settings.toString()).doesNotContain("hunter22");
    }

    @Test
    void withoutSettingsInForceTheyAreUnknown() {
        assertThat(environment(set("failed", "")).settings().isKnown()).isFalse();
    }

    @Test
    void thePlatformsStateIsThatOfItsBranch() {
        assertThat(environment(set("deployed", "")).platformState().knownToBe(Optional.of("Retired")))
                .isTrue();
    }

    @Test
    void aPlatformThatIsNotOfAwsHasNoState() {
        try (CannedAws aws = known().xml(ENVIRONMENTS, environments(environment("one", "Ready"), ""))
                .xml(PLATFORM, platform(""))) {
            assertThat(((Environment) aws.collect(Environment.class).resources().get(0))
                            .platformState()
                            .knownTo(Environment.WITHOUT_STATE))
                    .isTrue();
        }
    }

    @Test
    void applicationsAreReadWithWhatEndsTheirVersions() {
        try (CannedAws aws = known().xml("Action=DescribeApplications", """
                        <DescribeApplicationsResponse xmlns="https://elasticbeanstalk.amazonaws.com/docs/2010-12-01/">
                        <DescribeApplicationsResult><Applications>
                        <member><ApplicationName>never</ApplicationName><Versions><member>1</member><member>2</member></Versions></member>
                        <member><ApplicationName>off</ApplicationName><ResourceLifecycleConfig><VersionLifecycleConfig>
                        <MaxCountRule><Enabled>false</Enabled><MaxCount>200</MaxCount></MaxCountRule>
                        <MaxAgeRule><Enabled>false</Enabled></MaxAgeRule></VersionLifecycleConfig></ResourceLifecycleConfig></member>
                        <member><ApplicationName>aged</ApplicationName><ResourceLifecycleConfig><VersionLifecycleConfig>
                        <MaxAgeRule><Enabled>true</Enabled></MaxAgeRule></VersionLifecycleConfig></ResourceLifecycleConfig></member>
                        </Applications></DescribeApplicationsResult></DescribeApplicationsResponse>""")) {
            List<Application> applications = aws.collect(Application.class).resources().stream()
                    .map(Application.class::cast)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            assertThat(applications).extracting(Resource::name).containsExactly("aged", "never", "off");
            assertThat(applications).extracting(Application::versionsExpire).containsExactly(true, false, false);
            assertThat(applications.get(1).versions()).isEqualTo(2);
        }
    }

    private static EnvironmentSettings settings(String sets) {
        return environment(sets).settings().asOptional().orElseThrow();
    }

    private static Environment environment(String sets) {
        try (CannedAws aws = known().xml(ENVIRONMENTS, environments(environment("one", "Ready"), ""))
                .xml(SETTINGS, configuration(sets))) {
            return (Environment) aws.collect(Environment.class).resources().get(0);
        }
    }

    private static CannedAws known() {
        return new CannedAws()
                .xml("Action=ListTagsForResource", """
                        <ListTagsForResourceResponse xmlns="https://elasticbeanstalk.amazonaws.com/docs/2010-12-01/">
                        <ListTagsForResourceResult><ResourceArn>a</ResourceArn><ResourceTags><member><Key>Owner</Key><Value>me</Value></member>
                        </ResourceTags></ListTagsForResourceResult></ListTagsForResourceResponse>""")
                .xml(PLATFORM, platform("<PlatformBranchLifecycleState>Retired</PlatformBranchLifecycleState>"))
                .xml(SETTINGS, configuration(set("deployed", "")));
    }

    private static String platform(String more) {
        return """
                <DescribePlatformVersionResponse xmlns="https://elasticbeanstalk.amazonaws.com/docs/2010-12-01/">
                <DescribePlatformVersionResult><PlatformDescription><PlatformArn>%s</PlatformArn>%s</PlatformDescription>
                </DescribePlatformVersionResult></DescribePlatformVersionResponse>""".formatted(PLATFORM_ARN, more);
    }

    private static String environments(String environments, String more) {
        return """
                <DescribeEnvironmentsResponse xmlns="https://elasticbeanstalk.amazonaws.com/docs/2010-12-01/"><DescribeEnvironmentsResult>
                <Environments>%s</Environments>%s</DescribeEnvironmentsResult></DescribeEnvironmentsResponse>""".formatted(environments, more);
    }

    private static String environment(String name, String status) {
        return """
                <member><EnvironmentName>%s</EnvironmentName><EnvironmentId>e-%s</EnvironmentId><ApplicationName>shop</ApplicationName>
                <EnvironmentArn>arn:aws:elasticbeanstalk:us-east-1:111122223333:environment/shop/%s</EnvironmentArn><Status>%s</Status>
                <PlatformArn>%s</PlatformArn><Tier><Name>WebServer</Name></Tier></member>""".formatted(name, name, name, status, PLATFORM_ARN);
    }

    private static String configuration(String sets) {
        return """
                <DescribeConfigurationSettingsResponse xmlns="https://elasticbeanstalk.amazonaws.com/docs/2010-12-01/">
                <DescribeConfigurationSettingsResult><ConfigurationSettings>%s</ConfigurationSettings>
                </DescribeConfigurationSettingsResult></DescribeConfigurationSettingsResponse>""".formatted(sets);
    }

    private static String set(String status, String options) {
        return """
                <member><ApplicationName>shop</ApplicationName><DeploymentStatus>%s</DeploymentStatus><OptionSettings>%s</OptionSettings>
                </member>""".formatted(status, options);
    }

    private static String option(String namespace, String name, String value) {
        return "<member><Namespace>" + namespace + "</Namespace><OptionName>" + name + "</OptionName><Value>" + value
                + "</Value></member>";
    }
}
