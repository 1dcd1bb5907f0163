package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.UserData;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.EbsBlockDevice;
import io.awsaudit.inventory.ec2.LaunchTemplate;
import io.awsaudit.inventory.ec2.LaunchTemplate.Card;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpEndpoint;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Reads the launch templates of a region, each as its default version has it. */
final class LaunchTemplateCollector implements Collector<LaunchTemplate> {
    private static final Operation DESCRIBE =
            Operation.of("ec2:DescribeLaunchTemplateVersions").pages(200);
    private static final Detail TAGS = Detail.of(LaunchTemplate.class, "tags", "ec2:DescribeLaunchTemplates")
            .forAll();

    /** Without the name of a template, AWS lists that version of each. */
    private static final String DEFAULT_VERSION = "$Default";

    private static final int PAGE = 200;

    @Override
    public Set<Class<? extends LaunchTemplate>> yields() {
        return Set.of(LaunchTemplate.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<LaunchTemplate> collect(Reads reads) {
        Once<Map<String, Map<String, String>>> tags =
                new Once<>(() -> allTags(reads)); // of all templates in one listing
        return reads.each(
                LaunchTemplate.class,
                reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeLaunchTemplateVersionsPaginator(request ->
                                        request.versions(DEFAULT_VERSION).maxResults(PAGE))
                                .launchTemplateVersions()),
                version -> arnOf(version, reads),
                version -> read(version, tags, reads));
    }

    private static Arn arnOf(LaunchTemplateVersion version, Reads reads) {
        return reads.arn("ec2", "launch-template/" + version.launchTemplateId());
    }

    private static LaunchTemplate read(
            LaunchTemplateVersion version, Supplier<Map<String, Map<String, String>>> tags, Reads reads) {
        Arn arn = arnOf(version, reads);
        ResponseLaunchTemplateData data = Answers.sent(version.launchTemplateData(), "launchTemplateData");
        var metadata = Optional.ofNullable(data.metadataOptions());
        return new LaunchTemplate(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        version.launchTemplateName() == null
                                ? version.launchTemplateId()
                                : version.launchTemplateName(),
                        reads.observe(TAGS, arn, () -> tags.get().getOrDefault(version.launchTemplateId(), Map.of()))),
                Answers.sent(version.versionNumber(), "versionNumber"),
                metadata.map(options -> options.httpTokensAsString()).map(HttpTokens::new),
                metadata.map(options -> options.httpEndpointAsString()).map(HttpEndpoint::new),
                data.networkInterfaces().stream()
                        .map(card -> new Card(
                                card.deviceIndex() == null ? 0 : card.deviceIndex(),
                                Optional.ofNullable(card.associatePublicIpAddress())))
                        .toList(),
                data.blockDeviceMappings().stream()
                        .filter(mapping -> mapping.ebs() != null)
                        .map(LaunchTemplateCollector::volume)
                        .toList(),
                UserData.secretsOf(data.userData(), DESCRIBE),
                Ec2Tags.operator(version.operator()));
    }

    private static EbsBlockDevice volume(LaunchTemplateBlockDeviceMapping mapping) {
        return new EbsBlockDevice(
                mapping.deviceName() == null ? "" : mapping.deviceName(),
                Optional.ofNullable(mapping.ebs().encrypted()),
                Optional.ofNullable(mapping.ebs().snapshotId()));
    }

    private static Map<String, Map<String, String>> allTags(Reads reads) {
        Map<String, Map<String, String>> tags = new HashMap<>();
        reads.client(Ec2.CLIENT)
                .describeLaunchTemplatesPaginator(request -> request.maxResults(PAGE))
                .launchTemplates()
                .forEach(template -> tags.put(template.launchTemplateId(), Ec2Tags.map(template.tags())));
        return tags;
    }
}
