package io.awsaudit.collectors.emr;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.emr.SecurityConfiguration;
import io.awsaudit.inventory.emr.SecurityConfiguration.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.EmrClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how clusters are secured, from documents of JSON. */
final class SecurityConfigurationCollector implements Collector<SecurityConfiguration> {
    private static final Operation LIST =
            Operation.of("elasticmapreduce:ListSecurityConfigurations").ownPages(50);
    private static final Detail SETTINGS =
            Detail.of(SecurityConfiguration.class, "settings", "elasticmapreduce:DescribeSecurityConfiguration");
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Set<Class<? extends SecurityConfiguration>> yields() {
        return Set.of(SecurityConfiguration.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS);
    }

    @Override
    public Stream<SecurityConfiguration> collect(Reads reads) {
        EmrClient emr = reads.client(Emr.CLIENT);
        return reads.each(
                SecurityConfiguration.class,
                reads.pages(
                        LIST,
                        () -> emr.listSecurityConfigurationsPaginator(request -> {})
                                .securityConfigurations()),
                listed -> Emr.securityConfiguration(listed.name(), reads),
                listed -> read(listed.name(), emr, reads));
    }

    private static SecurityConfiguration read(String name, EmrClient emr, Reads reads) {
        Arn arn = Emr.securityConfiguration(name, reads);
        return new SecurityConfiguration(
                Identity.untagged(arn, reads.account(), reads.region(), name),
                reads.observe(
                        SETTINGS,
                        arn,
                        () -> settings(JSON.readTree(Answers.sent(
                                emr.describeSecurityConfiguration(request -> request.name(name))
                                        .securityConfiguration(),
                                "SecurityConfiguration")))));
    }

    private static Settings settings(JsonNode document) {
        if (!document.isObject()) {
            throw new IllegalArgumentException("a security configuration that is no object of JSON");
        }
        JsonNode encryption = document.path("EncryptionConfiguration");
        return new Settings(
                encryption.path("EnableAtRestEncryption").asBoolean(false),
                encryption.path("EnableInTransitEncryption").asBoolean(false),
                document.path("InstanceMetadataServiceConfiguration")
                                .path("MinimumInstanceMetadataServiceVersion")
                                .asInt(1)
                        >= 2);
    }
}
