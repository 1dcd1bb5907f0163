package io.awsaudit.collectors.codebuild;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.codebuild.ReportGroup;
import io.awsaudit.inventory.codebuild.ReportGroup.S3Export;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.ReportExportConfig;
import software.amazon.awssdk.services.codebuild.model.ReportExportConfigType;
import software.amazon.awssdk.services.codebuild.model.ReportGroupStatusType;

/** Reads the groups of test reports of a region, a hundred with a call. */
final class ReportGroupCollector implements Collector<ReportGroup> {
    private static final Operation LIST_REPORT_GROUPS =
            Operation.of("codebuild:ListReportGroups").ownPages(100);
    private static final Operation BATCH_GET_REPORT_GROUPS =
            Operation.of("codebuild:BatchGetReportGroups").batches(CodeBuild.BATCH);

    @Override
    public Set<Class<? extends ReportGroup>> yields() {
        return Set.of(ReportGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_REPORT_GROUPS, BATCH_GET_REPORT_GROUPS);
    }

    @Override
    public Stream<ReportGroup> collect(Reads reads) {
        CodeBuildClient codebuild = reads.client(CodeBuild.CLIENT);
        List<String> arns = reads.pages(
                        LIST_REPORT_GROUPS,
                        () -> codebuild.listReportGroupsPaginator(request -> {}).reportGroups())
                .toList();
        return CodeBuild.batches(arns).stream()
                .flatMap(batch -> reads
                        .list(
                                BATCH_GET_REPORT_GROUPS,
                                () -> codebuild.batchGetReportGroups(request -> request.reportGroupArns(batch)))
                        .reportGroups()
                        .stream())
                .filter(group -> group.status() != ReportGroupStatusType.DELETING)
                .map(group -> read(group, reads));
    }

    private static ReportGroup read(software.amazon.awssdk.services.codebuild.model.ReportGroup listed, Reads reads) {
        return new ReportGroup(
                Identity.tagged(
                        new Arn(listed.arn()),
                        reads.account(),
                        reads.region(),
                        listed.name(),
                        CodeBuild.map(listed.tags())),
                export(listed.exportConfig()));
    }

    private static Optional<S3Export> export(@Nullable ReportExportConfig export) {
        return export == null
                        || export.exportConfigType() != ReportExportConfigType.S3
                        || export.s3Destination() == null
                ? Optional.empty()
                : Optional.of(new S3Export(
                        Objects.requireNonNullElse(export.s3Destination().bucket(), ""),
                        !Boolean.TRUE.equals(export.s3Destination().encryptionDisabled())));
    }
}
