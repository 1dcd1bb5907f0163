package io.awsaudit.inventory.codepipeline;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a pipeline does, by {@code codepipeline:GetPipeline}. The configuration of its actions is not in it.
 *
 * @param role what it acts as
 * @param artifactStores the buckets that actions hand their results on by, one a region
 * @param actions in order
 * @param stagesLeftFailed stages that deploy, and stay as they are when that fails
 * @param secrets settings of actions that look like a credential
 */
public record PipelineDefinition(
        Optional<Arn> role,
        List<ArtifactStore> artifactStores,
        List<Action> actions,
        List<String> stagesLeftFailed,
        List<Secret> secrets) {
    /**
     * A bucket that actions hand their results on by.
     *
     * @param key the customer's key that encrypts what is put there, by id, alias or ARN; empty where AWS's own for S3 does
     */
    public record ArtifactStore(String bucket, Optional<String> key) {}

    /**
     * A step of a pipeline.
     *
     * @param category such as {@code Source} or {@code Deploy}
     * @param owner {@code AWS}, {@code ThirdParty} or {@code Custom}
     */
    public record Action(String stage, String name, String category, String owner, String provider) {
        /** {@return whether it fetches code from GitHub with a token of somebody's} */
        public boolean usesPersonalToken() {
            return category.equals(SOURCE) && owner.equals(THIRD_PARTY) && provider.equals(GITHUB);
        }

        /** {@return whether it is one that deploys} */
        public boolean deploys() {
            return category.equals(DEPLOY);
        }
    }

    private static final String SOURCE = "Source";
    private static final String DEPLOY = "Deploy";
    private static final String THIRD_PARTY = "ThirdParty";
    private static final String GITHUB = "GitHub";

    /** Holds where some artifacts are encrypted with AWS's own key for S3. */
    public static final Predicate<PipelineDefinition> WITHOUT_OWN_KEY = pipeline ->
            pipeline.artifactStores().stream().anyMatch(store -> store.key().isEmpty());

    /** Holds where code is fetched with a token of somebody's. */
    public static final Predicate<PipelineDefinition> WITH_PERSONAL_TOKEN =
            pipeline -> pipeline.actions().stream().anyMatch(Action::usesPersonalToken);

    /** Holds where nothing is deployed, at least not by an action of that kind. */
    public static final Predicate<PipelineDefinition> WITHOUT_DEPLOYMENT =
            pipeline -> pipeline.actions().stream().noneMatch(Action::deploys);

    /** Holds where a deployment that fails stays as it is. */
    public static final Predicate<PipelineDefinition> LEFT_FAILED =
            pipeline -> !pipeline.stagesLeftFailed().isEmpty();

    /** Holds where some action's settings look like a credential. */
    public static final Predicate<PipelineDefinition> WITH_SECRETS =
            pipeline -> !pipeline.secrets().isEmpty();

    /** The stores of artifacts, as evidence. */
    public static final Function<PipelineDefinition, List<ArtifactStore>> STORES = PipelineDefinition::artifactStores;

    /** Actions that fetch code with a token of somebody's, as evidence. */
    public static final Function<PipelineDefinition, List<String>> TOKEN_USERS = pipeline -> pipeline.actions().stream()
            .filter(Action::usesPersonalToken)
            .map(action -> action.stage() + "/" + action.name())
            .toList();

    /** Stages whose failed deployments stay, as evidence. */
    public static final Function<PipelineDefinition, List<String>> FAILING = PipelineDefinition::stagesLeftFailed;

    /** Where credentials are, as evidence. */
    public static final Function<PipelineDefinition, List<String>> SECRETS =
            pipeline -> Secret.words(pipeline.secrets());

    public PipelineDefinition {
        artifactStores = List.copyOf(artifactStores);
        actions = List.copyOf(actions);
        stagesLeftFailed = List.copyOf(stagesLeftFailed);
        secrets = List.copyOf(secrets);
    }
}
