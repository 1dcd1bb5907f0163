package io.awsaudit.collectors.glue;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.glue.MlTransform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.MLTransform;
import software.amazon.awssdk.services.glue.model.MLUserDataEncryption;
import software.amazon.awssdk.services.glue.model.MLUserDataEncryptionModeString;
import software.amazon.awssdk.services.glue.model.TransformEncryption;
import software.amazon.awssdk.services.glue.model.TransformStatusType;

/** Reads machine learning transforms. */
final class MlTransformCollector implements Collector<MlTransform> {
    private static final Operation GET_ML_TRANSFORMS =
            Operation.of("glue:GetMLTransforms").pages(Glue.PAGE);
    private static final Detail TAGS = Detail.of(MlTransform.class, "tags", Glue.GET_TAGS);

    @Override
    public Set<Class<? extends MlTransform>> yields() {
        return Set.of(MlTransform.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_ML_TRANSFORMS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<MlTransform> collect(Reads reads) {
        GlueClient glue = reads.client(Glue.GLUE);
        return reads.each(
                MlTransform.class,
                reads.pages(
                                GET_ML_TRANSFORMS,
                                () -> glue.getMLTransformsPaginator(request -> request.maxResults(Glue.PAGE)).stream()
                                        .flatMap(page -> page.transforms().stream())::iterator)
                        .filter(transform -> transform.status() != TransformStatusType.DELETING),
                transform -> arnOf(transform, reads),
                transform -> read(transform, glue, reads));
    }

    private static Arn arnOf(MLTransform transform, Reads reads) {
        return reads.arn("glue", "mlTransform/" + transform.transformId());
    }

    private static MlTransform read(MLTransform transform, GlueClient glue, Reads reads) {
        Arn arn = arnOf(transform, reads);
        return new MlTransform(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        transform.name() == null ? transform.transformId() : transform.name(),
                        reads.observe(TAGS, arn, () -> Glue.tags(arn, glue))),
                Glue.orEmpty(transform.statusAsString()),
                // Left out where it was never set.
                Optional.ofNullable(transform.transformEncryption())
                        .map(TransformEncryption::mlUserDataEncryption)
                        .map(MLUserDataEncryption::mlUserDataEncryptionMode)
                        .filter(mode -> mode != MLUserDataEncryptionModeString.DISABLED)
                        .isPresent());
    }
}
