package io.awsaudit.collectors.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.opensearch.Domain;
import io.awsaudit.inventory.opensearch.Domain.Log;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the emulator cannot be brought to say of domains, with AWS's documented responses. */
class DomainCollectorTest {
    private static final String LIST = "GET /2021-01-01/domain ";
    private static final String DESCRIBE = "POST /2021-01-01/opensearch/domain-info ";

    @Test
    void domainsAreDescribedInFivesWhateverTheirEngine() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"DomainNames\": ["
                                + Stream.of("a", "b", "c", "d", "e", "f")
                                        .map(name ->
                                                "{\"DomainName\": \"" + name + "\", \"EngineType\": \"Elasticsearch\"}")
                                        .collect(Collectors.joining(","))
                                + "]}")
                .json("[\"a\",\"b\",\"c\",\"d\",\"e\"]", described(domain("a", ""), domain("e", ", \"Deleted\": true")))
                .json("[\"f\"]", described(domain("f", "")))
                .json("GET /2021-01-01/tags/", "{\"TagList\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}")) {
            List<Resource> domains = aws.collect(Domain.class).resources();
            assertThat(domains).extracting(Resource::name).containsExactly("a", "f");
            assertThat(domains).allMatch(domain -> domain.tags().knownToBe(Map.of("Owner", "me")));
        }
    }

    @Test
    void aRegionWithoutDomainsTakesOneCall() {
        try (CannedAws aws = new CannedAws().json(LIST, "{\"DomainNames\": []}")) {
            assertThat(aws.collect(Domain.class).resources()).isEmpty();
            assertThat(aws.requests()).noneMatch(request -> request.contains("domain-info"));
        }
    }

    @Test
    void whatIsLeftOutIsOff() {
        try (CannedAws aws = only("")) {
            Domain domain = only(aws);
            assertThat(domain.encryptedAtRest()).isFalse();
            assertThat(domain.nodeToNodeEncryption()).isFalse();
            assertThat(domain.httpsRequired()).isFalse();
            assertThat(domain.isUnderTlsPolicy(List.of(""))).isFalse();
            assertThat(domain.isOnInternet()).isTrue();
            assertThat(domain.isGuardedByPolicyAlone()).isTrue();
            assertThat(domain.isFaultTolerant(1)).isFalse();
            assertThat(domain.publishedLogs()).isEmpty();
            assertThat(domain.updateAvailable()).isFalse();
            assertThat(domain.instanceType()).isEmpty();
            assertThat(domain.volumeType()).isEmpty();
            assertThat(domain.autoTune()).isEmpty();
            assertThat(domain.policy().knownToBe(Policy.NONE)).isTrue();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = only("""
                , "EncryptionAtRestOptions": {"Enabled": true, "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k"},
                "NodeToNodeEncryptionOptions": {"Enabled": true},
                "EBSOptions": {"EBSEnabled": true, "VolumeType": "gp2", "VolumeSize": 10}, "AutoTuneOptions": {"State": "DISABLED"},
                "ClusterConfig": {"InstanceType": "m5.large.search", "InstanceCount": 3, "ZoneAwarenessEnabled": true, "DedicatedMasterEnabled": false,
                 "DedicatedMasterCount": 3},
                "DomainEndpointOptions": {"EnforceHTTPS": true, "TLSSecurityPolicy": "Policy-Min-TLS-1-9-2030-01"},
                "VPCOptions": {"VPCId": "vpc-1", "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]},
                "LogPublishingOptions": {"AUDIT_LOGS": {"Enabled": true}, "ES_APPLICATION_LOGS": {"Enabled": false},
                 "NEW_LOGS": {"Enabled": true}},
                "AdvancedSecurityOptions": {"Enabled": true, "AnonymousAuthEnabled": true},
                "AccessPolicies": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\
                \\"Principal\\":{\\"AWS\\":\\"*\\"},\\"Action\\":\\"es:*\\",\\"Resource\\":\\"*\\"}]}\"""")) {
            Domain domain = only(aws);
            assertThat(domain.encryptedAtRest()).isTrue();
            assertThat(domain.isUnderTlsPolicy(List.of("Policy-Min-TLS-1-9-2030-01")))
                    .isTrue();
            assertThat(domain.isFaultTolerant(3)).isTrue();
            assertThat(domain.dedicatedMasterNodes()).isZero();
            assertThat(domain.hasOldVolumes()).isTrue();
            assertThat(domain.isNotTuned()).isTrue();
            assertThat(domain.graviton()).contains("m7g.large.search");
            assertThat(domain.publishedLogs()).containsExactly(Log.AUDIT, new Log("NEW_LOGS"));
            assertThat(domain.isOnInternet()).isFalse();
            assertThat(domain.anonymousAccess()).isTrue();
            assertThat(domain.policy().knownTo(Policy.OPEN)).isTrue();
            assertThat(domain.edges()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, ELIGIBLE, true",
        "true, PENDING_UPDATE, true",
        "true, IN_PROGRESS, false",
        "false, COMPLETED, false",
        "false, NOT_ELIGIBLE, false"
    })
    void anUpdateThatNobodyStartedIsAwaited(boolean available, String status, boolean awaited) {
        try (CannedAws aws = only(", \"ServiceSoftwareOptions\": {\"UpdateAvailable\": " + available
                + ", \"UpdateStatus\": \"" + status + "\"}")) {
            assertThat(only(aws).updateAvailable()).isEqualTo(awaited);
        }
    }

    @Test
    void aPolicyThatIsNotUnderstoodHidesNoDomain() {
        try (CannedAws aws = only(", \"AccessPolicies\": \"no policy\"")) {
            assertThat(only(aws).policy().isKnown()).isFalse();
        }
    }

    private static CannedAws only(String members) {
        return new CannedAws()
                .json(LIST, "{\"DomainNames\": [{\"DomainName\": \"a\", \"EngineType\": \"OpenSearch\"}]}")
                .json(DESCRIBE, described(domain("a", members)))
                .json("GET /2021-01-01/tags/", "{\"TagList\": []}");
    }

    private static Domain only(CannedAws aws) {
        return (Domain) aws.collect(Domain.class).resources().get(0);
    }

    private static String described(String... domains) {
        return "{\"DomainStatusList\": [" + String.join(",", domains) + "]}";
    }

    private static String domain(String name, String members) {
        return """
                {"DomainId": "111122223333/%s", "DomainName": "%s", "ARN": "arn:aws:es:us-east-1:111122223333:domain/%s"%s}""".formatted(name, name, name, members);
    }
}
