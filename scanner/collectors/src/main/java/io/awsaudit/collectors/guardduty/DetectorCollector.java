package io.awsaudit.collectors.guardduty;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.guardduty.Detector;
import io.awsaudit.inventory.guardduty.DetectorSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;

/** Reads the detector of each region; a region where GuardDuty was never on answers with an empty list. */
final class DetectorCollector implements Collector<Detector> {
    private static final AwsService<GuardDutyClient> GUARDDUTY = AwsService.of("guardduty", GuardDutyClient::builder);
    private static final Operation LIST_DETECTORS =
            Operation.of("guardduty:ListDetectors").ownPages(50);
    private static final Detail SETTINGS = Detail.of(Detector.class, "settings", "guardduty:GetDetector");
    private static final Detail TAGS = Detail.of(Detector.class, "tags", "guardduty:GetDetector");

    @Override
    public Set<Class<? extends Detector>> yields() {
        return Set.of(Detector.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_DETECTORS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Detector> collect(Reads reads) {
        return reads.each(
                Detector.class,
                reads.pages(
                        LIST_DETECTORS,
                        () -> reads.client(GUARDDUTY).listDetectorsPaginator().detectorIds()),
                id -> arnOf(id, reads),
                id -> read(id, reads));
    }

    private static Arn arnOf(String id, Reads reads) {
        return reads.arn("guardduty", "detector/" + id);
    }

    private static Detector read(String id, Reads reads) {
        Arn arn = arnOf(id, reads);
        record Answer(DetectorSettings settings, Map<String, String> tags) {}
        // One answer holds both.
        Observed<Answer> detector = reads.answer(reads.wants(SETTINGS) ? SETTINGS : TAGS, arn, () -> {
            var answer = reads.client(GUARDDUTY).getDetector(request -> request.detectorId(id));
            return new Answer(settings(answer), answer.tags());
        });
        return new Detector(
                new Identity(arn, reads.account(), reads.region(), id, detector.map(Answer::tags)),
                detector.map(Answer::settings));
    }

    private static DetectorSettings settings(GetDetectorResponse detector) {
        return new DetectorSettings(
                new DetectorSettings.Status(Answers.sent(detector.statusAsString(), "Status")),
                detector.features().stream()
                        .collect(Collectors.toMap(feature -> feature.nameAsString(), DetectorCollector::feature)));
    }

    private static DetectorSettings.Feature feature(DetectorFeatureConfigurationResult feature) {
        return new DetectorSettings.Feature(
                new DetectorSettings.Status(Answers.sent(feature.statusAsString(), "status of a feature")),
                feature.additionalConfiguration().stream()
                        .collect(Collectors.toMap(
                                part -> part.nameAsString(),
                                part -> new DetectorSettings.Status(
                                        Answers.sent(part.statusAsString(), "status of a part of a feature")))));
    }
}
