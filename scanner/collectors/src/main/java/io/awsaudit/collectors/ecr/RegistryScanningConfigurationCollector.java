package io.awsaudit.collectors.ecr;

import static io.awsaudit.collectors.ecr.Ecr.orEmpty;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration.Rule;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration.ScanType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecr.model.RegistryScanningRule;
import software.amazon.awssdk.services.ecr.model.ScanningRepositoryFilter;

/** Reads how a region's registry scans images. AWS says which repositories that means call by call; its rules do, too. */
final class RegistryScanningConfigurationCollector implements Collector<RegistryScanningConfiguration> {
    private static final Operation GET_CONFIGURATION = Operation.of("ecr:GetRegistryScanningConfiguration");

    @Override
    public Set<Class<? extends RegistryScanningConfiguration>> yields() {
        return Set.of(RegistryScanningConfiguration.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_CONFIGURATION);
    }

    @Override
    public Stream<RegistryScanningConfiguration> collect(Reads reads) {
        return Stream.of(reads.list(GET_CONFIGURATION, () -> {
            var scanning = Answers.sent(
                    reads.client(Ecr.ECR)
                            .getRegistryScanningConfiguration(request -> {})
                            .scanningConfiguration(),
                    "scanningConfiguration");
            return new RegistryScanningConfiguration(
                    Identity.untagged(
                            reads.arn("ecr", "registry-scanning-configuration"),
                            reads.account(),
                            reads.region(),
                            "registry"),
                    new ScanType(Answers.sent(scanning.scanTypeAsString(), "scanType")),
                    scanning.rules().stream()
                            .map(RegistryScanningConfigurationCollector::rule)
                            .toList());
        }));
    }

    private static Rule rule(RegistryScanningRule rule) {
        return new Rule(
                orEmpty(rule.scanFrequencyAsString()),
                rule.repositoryFilters().stream()
                        .map(ScanningRepositoryFilter::filter)
                        .toList());
    }
}
