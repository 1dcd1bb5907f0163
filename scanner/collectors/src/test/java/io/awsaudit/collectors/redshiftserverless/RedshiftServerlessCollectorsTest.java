package io.awsaudit.collectors.redshiftserverless;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.redshiftserverless.Namespace;
import io.awsaudit.inventory.redshiftserverless.Workgroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Redshift Serverless, which the emulator does not have, with AWS's documented responses. */
class RedshiftServerlessCollectorsTest {
    private static final String API = "RedshiftServerless.";

    @Test
    void workgroupsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "ListWorkgroups",
                        "{\"workgroups\": [" + workgroup("one", "AVAILABLE", "") + "], \"nextToken\": \"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"workgroups\": [" + workgroup("two", "MODIFYING", "") + ","
                                + workgroup("gone", "DELETING", "") + "]}")
                .json(API + "ListTagsForResource", "{\"tags\": [{\"key\": \"Owner\", \"value\": \"me\"}]}")
                .json(API + "ListUsageLimits", "{\"usageLimits\": []}")) {
            assertThat(aws.collect(Workgroup.class).resources())
                    .allMatch(workgroup -> workgroup.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("ListWorkgroups"))
                    .hasSize(2)
                    .allMatch(request -> request.contains("\"maxResults\":100"));
        }
    }

    @Test
    void whatIsLeftOutOfAWorkgroupIsOff() {
        Workgroup workgroup = workgroup("", "[]");
        assertThat(workgroup.enhancedVpcRouting() || workgroup.publiclyAccessible() || workgroup.isTlsRequired())
                .isFalse();
        assertThat(workgroup.maxCapacity()).isEmpty();
        assertThat(workgroup.usageLimits().knownTo(Workgroup.COMPUTE_LIMITED)).isFalse();
    }

    @Test
    void aWorkgroupTellsItsNetworkParametersAndLimits() {
        Workgroup workgroup = workgroup("""
                , "namespaceName": "analysis", "enhancedVpcRouting": true, "publiclyAccessible": true, "maxCapacity": 64,
                "subnetIds": ["subnet-1"], "securityGroupIds": ["sg-1"],
                "configParameters": [{"parameterKey": "require_ssl", "parameterValue": "true"}, {"parameterKey": "query_group"}]""", """
                [{"usageLimitId": "l", "usageType": "serverless-compute", "amount": 100, "period": "monthly", "breachAction": "deactivate"}]""");
        assertThat(workgroup.enhancedVpcRouting() && workgroup.publiclyAccessible() && workgroup.isTlsRequired())
                .isTrue();
        assertThat(workgroup.maxCapacity()).hasValue(64);
        assertThat(workgroup.parameters()).containsOnlyKeys("require_ssl");
        assertThat(workgroup.usageLimits())
                .isEqualTo(Observed.known(
                        List.of(new Workgroup.UsageLimit("serverless-compute", 100, "monthly", "deactivate"))));
        assertThat(workgroup.edges())
                .extracting(edge -> edge.relation() + " " + edge.to())
                .containsExactly(
                        Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                        Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1");
    }

    @Test
    void aWorkgroupMayTellThatItDoesNotRequireTls() {
        assertThat(workgroup(
                                ", \"configParameters\": [{\"parameterKey\": \"require_ssl\", \"parameterValue\": \"false\"}]",
                                "[]")
                        .isTlsRequired())
                .isFalse();
    }

    @Test
    void namespacesComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListNamespaces", """
                        {"namespaces": [{"namespaceName": "one", "namespaceArn": "arn:aws:redshift-serverless:us-east-1:111122223333:namespace/1",
                        "status": "AVAILABLE", "adminUsername": "Admin", "kmsKeyId": "AWS_OWNED_KMS_KEY"}], "nextToken": "more"}""")
                .json("\"nextToken\":\"more\"", """
                        {"namespaces": [{"namespaceName": "two", "namespaceArn": "arn:aws:redshift-serverless:us-east-1:111122223333:namespace/2",
                        "status": "AVAILABLE", "kmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k", "logExports": ["userlog", "connectionlog"]},
                        {"namespaceName": "gone", "namespaceArn": "arn:aws:redshift-serverless:us-east-1:111122223333:namespace/3",
                        "status": "DELETING"}]}""")
                .json(API + "ListTagsForResource", "{\"tags\": []}")) {
            List<Namespace> namespaces = aws.collect(Namespace.class).resources().stream()
                    .map(Namespace.class::cast)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            assertThat(namespaces).extracting(Namespace::name).containsExactly("one", "two");
            assertThat(namespaces.get(0).kmsKey()).isEmpty();
            assertThat(namespaces.get(0).isAdministeredBy(List.of("admin"))).isTrue();
            assertThat(namespaces.get(0).logExports()).isEmpty();
            assertThat(namespaces.get(1).kmsKey()).isPresent();
            assertThat(namespaces.get(1).administrator()).isEmpty();
            assertThat(namespaces.get(1).logExports()).containsExactly("connectionlog", "userlog");
        }
    }

    @Test
    void aKeyThatIsNamedByItsIdIsOneOfTheAccount() {
        try (CannedAws aws =
                new CannedAws().json(API + "ListNamespaces", """
                        {"namespaces": [{"namespaceName": "one", "namespaceArn": "arn:aws:redshift-serverless:us-east-1:111122223333:namespace/1",
                        "status": "AVAILABLE", "kmsKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab"}]}""").json(API + "ListTagsForResource", "{\"tags\": []}")) {
            assertThat(((Namespace) aws.collect(Namespace.class).resources().get(0)).kmsKey())
                    .contains(new Arn("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"));
        }
    }

    private static Workgroup workgroup(String members, String limits) {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListWorkgroups", "{\"workgroups\": [" + workgroup("one", "AVAILABLE", members) + "]}")
                .json(API + "ListTagsForResource", "{\"tags\": []}")
                .json(API + "ListUsageLimits", "{\"usageLimits\": " + limits + "}")) {
            return (Workgroup) aws.collect(Workgroup.class).resources().get(0);
        }
    }

    private static String workgroup(String name, String status, String members) {
        return """
                {"workgroupName": "%s", "workgroupArn": "arn:aws:redshift-serverless:us-east-1:111122223333:workgroup/%s",
                "status": "%s"%s}""".formatted(name, name, status, members);
    }
}
