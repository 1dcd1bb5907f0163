package io.awsaudit.collectors.apprunner;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.apprunner.Service;
import io.awsaudit.inventory.apprunner.ServiceDescription;
import io.awsaudit.inventory.apprunner.VpcConnector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** App Runner, which the emulator does not have, with AWS's documented responses. */
class AppRunnerCollectorsTest {
    private static final String ARN = "arn:aws:apprunner:us-east-1:111122223333:";
    private static final String SERVICES = "AppRunner.ListServices";
    private static final String SERVICE = "AppRunner.DescribeService";
    private static final String TAGS = "AppRunner.ListTagsForResource";

    @Test
    void servicesComePageByPageAndThoseThatWereDeletedAreNone() {
        try (CannedAws aws = tags().json(SERVICE, described("\"ImageRepository\": {\"ImageIdentifier\": \"i\"}", ""))
                .json(SERVICES, "{\"ServiceSummaryList\": [" + listed("one", "RUNNING") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"ServiceSummaryList\": [" + listed("two", "PAUSED") + "," + listed("old", "DELETED")
                                + "]}")) {
            assertThat(aws.collect(Service.class).resources())
                    .allMatch(service -> service.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(SERVICES))
                    .allMatch(request -> request.contains("\"MaxResults\":20"));
        }
    }

    @Test
    void whatWasNeverSetIsAsTheServiceTakesIt() {
        ServiceDescription service = description("\"ImageRepository\": {\"ImageIdentifier\": \"i\"}", "");
        assertThat(service.publiclyAccessible()).isTrue();
        assertThat(service.vpcConnector()).isEmpty();
        assertThat(service.traced()).isFalse();
        assertThat(service.runtime()).isEmpty();
        assertThat(service.environmentSecrets()).isEmpty();
    }

    @Test
    void whatWasSetIsRead() {
        ServiceDescription service = description("""
                "CodeRepository": {"RepositoryUrl": "u", "CodeConfiguration": {"ConfigurationSource": "API", "CodeConfigurationValues":
                {"Runtime": "NODEJS_16", "RuntimeEnvironmentVariables": {"API_TOKEN": "hunter22", "STAGE": "prod"}}}}""", """
                , "NetworkConfiguration": {"IngressConfiguration": {"IsPubliclyAccessible": false}, "EgressConfiguration":
                {"EgressType": "VPC", "VpcConnectorArn": "%svpcconnector/data/1/0a"}},
                "ObservabilityConfiguration": {"ObservabilityEnabled": true}""".formatted(ARN));
        assertThat(service.publiclyAccessible()).isFalse();
        assertThat(service.vpcConnector()).hasValue(new Arn(ARN + "vpcconnector/data/1/0a"));
        assertThat(service.traced()).isTrue();
        assertThat(service.runtime()).hasValue("NODEJS_16");
        assertThat(service.environmentSecrets()).extracting(Secret::where).containsExactly("API_TOKEN");
        assertThat(service.toString()).doesNotContain("hunter22");
    }

    @Test
    void variablesOfAnImageAreLookedAtToo() {
        assertThat(description("""
                "ImageRepository": {"ImageIdentifier": "i", "ImageConfiguration": {"RuntimeEnvironmentVariables":
                {"DB_PASSWORD": "hunter22"}}}""", "").environmentSecrets())
                .extracting(Secret::where)
                .containsExactly("DB_PASSWORD");
    }

    @Test
    void connectorsComePageByPageAndThoseThatWereDeletedAreNone() {
        try (CannedAws aws = tags().json(
                        "AppRunner.ListVpcConnectors",
                        "{\"VpcConnectors\": [" + connector("one", "ACTIVE") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"VpcConnectors\": [" + connector("two", "ACTIVE") + "," + connector("old", "INACTIVE")
                                + "]}")) {
            List<VpcConnector> connectors = aws.collect(VpcConnector.class).resources().stream()
                    .map(VpcConnector.class::cast)
                    .toList();
            assertThat(connectors).extracting(Resource::name).containsExactlyInAnyOrder("one", "two");
            VpcConnector connector = connectors.get(0);
            assertThat(connector.distinctSubnets())
                    .containsExactly(new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"));
            assertThat(connector.spansFewerZones(1, List.of("a"), 2)).isTrue();
            assertThat(connector.spansFewerZones(0, List.of(), 2)).isFalse();
        }
    }

    private static ServiceDescription description(String source, String more) {
        try (CannedAws aws = tags().json(SERVICE, described(source, more))
                .json(SERVICES, "{\"ServiceSummaryList\": [" + listed("one", "RUNNING") + "]}")) {
            return ((Service) aws.collect(Service.class).resources().get(0))
                    .description()
                    .asOptional()
                    .orElseThrow();
        }
    }

    private static CannedAws tags() {
        return new CannedAws().json(TAGS, "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}");
    }

    private static String described(String source, String more) {
        return "{\"Service\": {\"ServiceName\": \"one\", \"SourceConfiguration\": {" + source + "}" + more + "}}";
    }

    private static String listed(String name, String status) {
        return "{\"ServiceName\": \"" + name + "\", \"ServiceArn\": \"" + ARN + "service/" + name
                + "/0a\", \"Status\": \"" + status + "\"}";
    }

    private static String connector(String name, String status) {
        return """
                {"VpcConnectorName": "%s", "VpcConnectorArn": "%svpcconnector/%s/1/0a", "Subnets": ["subnet-1", "subnet-1"],
                "SecurityGroups": ["sg-1"], "Status": "%s"}""".formatted(name, ARN, name, status);
    }
}
