package io.awsaudit.collectors.codepipeline;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.codepipeline.Pipeline;
import io.awsaudit.inventory.codepipeline.PipelineDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ArtifactStore;
import software.amazon.awssdk.services.codepipeline.model.EncryptionKey;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineSummary;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/** Reads the pipelines of a region, and of each what it does; of its settings only whether they hold a credential. */
final class PipelineCollector implements Collector<Pipeline> {
    private static final int PAGE = 1000;
    private static final int TAGS_PAGE = 100;

    private static final Operation LIST_PIPELINES =
            Operation.of("codepipeline:ListPipelines").pages(PAGE);
    private static final Detail DEFINITION = Detail.of(Pipeline.class, "definition", "codepipeline:GetPipeline");
    private static final Detail TAGS = Detail.of(Pipeline.class, "tags", "codepipeline:ListTagsForResource");

    private static final String FIRST_TYPE = "V1";

    @Override
    public Set<Class<? extends Pipeline>> yields() {
        return Set.of(Pipeline.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PIPELINES);
    }

    @Override
    public List<Detail> details() {
        return List.of(DEFINITION, TAGS);
    }

    @Override
    public Stream<Pipeline> collect(Reads reads) {
        return reads.each(
                Pipeline.class,
                reads.pages(
                        LIST_PIPELINES,
                        () -> reads.client(CodePipeline.CLIENT)
                                .listPipelinesPaginator(request -> request.maxResults(PAGE))
                                .pipelines()),
                pipeline -> reads.arn("codepipeline", pipeline.name()),
                pipeline -> read(pipeline, reads));
    }

    private static Pipeline read(PipelineSummary listed, Reads reads) {
        Arn arn = reads.arn("codepipeline", listed.name());
        return new Pipeline(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.name(),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> CodePipeline.map(reads
                                        .client(CodePipeline.CLIENT)
                                        .listTagsForResourcePaginator(request ->
                                                request.resourceArn(arn.value()).maxResults(TAGS_PAGE))
                                        .tags()
                                        .stream()))),
                listed.pipelineTypeAsString() == null ? FIRST_TYPE : listed.pipelineTypeAsString(),
                reads.observe(
                        DEFINITION,
                        arn,
                        () -> definition(Answers.sent(
                                reads.client(CodePipeline.CLIENT)
                                        .getPipeline(request -> request.name(listed.name()))
                                        .pipeline(),
                                "pipeline"))));
    }

    private static PipelineDefinition definition(PipelineDeclaration pipeline) {
        return new PipelineDefinition(
                Optional.ofNullable(pipeline.roleArn())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new),
                Stream.concat(Stream.ofNullable(pipeline.artifactStore()), pipeline.artifactStores().values().stream())
                        .map(PipelineCollector::store)
                        .toList(),
                pipeline.stages().stream()
                        .flatMap(stage -> stage.actions().stream().map(action -> action(stage, action)))
                        .toList(),
                pipeline.stages().stream()
                        .filter(PipelineCollector::isLeftFailed)
                        .map(StageDeclaration::name)
                        .toList(),
                pipeline.stages().stream()
                        .flatMap(stage -> stage.actions().stream())
                        .flatMap(action -> ActionSettings.secretsOf(action).stream())
                        .toList());
    }

    private static PipelineDefinition.ArtifactStore store(ArtifactStore store) {
        return new PipelineDefinition.ArtifactStore(
                store.location() == null ? "" : store.location(),
                Optional.ofNullable(store.encryptionKey()).map(EncryptionKey::id));
    }

    private static PipelineDefinition.Action action(StageDeclaration stage, ActionDeclaration action) {
        var type = Answers.sent(action.actionTypeId(), "actionTypeId");
        return new PipelineDefinition.Action(
                stage.name(),
                action.name(),
                Answers.sent(type.categoryAsString(), "category"),
                Answers.sent(type.ownerAsString(), "owner"),
                Answers.sent(type.provider(), "provider"));
    }

    private static boolean isLeftFailed(StageDeclaration stage) {
        return stage.actions().stream().anyMatch(action -> action.actionTypeId().category() == ActionCategory.DEPLOY)
                && (stage.onFailure() == null || stage.onFailure().result() != Result.ROLLBACK);
    }
}
