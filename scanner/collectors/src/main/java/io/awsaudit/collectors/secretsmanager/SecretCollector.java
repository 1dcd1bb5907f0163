package io.awsaudit.collectors.secretsmanager;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.secretsmanager.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.RotationRulesType;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Reads every secret of a region, from a listing that holds all but its policy. Those about to be deleted are not in it. */
final class SecretCollector implements Collector<Secret> {
    private static final AwsService<SecretsManagerClient> SECRETS_MANAGER =
            AwsService.of("secretsmanager", SecretsManagerClient::builder);
    private static final Operation LIST_SECRETS =
            Operation.of("secretsmanager:ListSecrets").pages(100);
    private static final Detail POLICY = Detail.of(Secret.class, "policy", "secretsmanager:GetResourcePolicy");

    private static final int PAGE = 100;

    @Override
    public Set<Class<? extends Secret>> yields() {
        return Set.of(Secret.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_SECRETS);
    }

    @Override
    public List<Detail> details() {
        return List.of(POLICY);
    }

    @Override
    public Stream<Secret> collect(Reads reads) {
        SecretsManagerClient client = reads.client(SECRETS_MANAGER);
        return reads.each(
                Secret.class,
                reads.pages(
                        LIST_SECRETS,
                        () -> client.listSecretsPaginator(request -> request.maxResults(PAGE)).stream()
                                .flatMap(page -> page.secretList().stream())::iterator),
                secret -> new Arn(secret.arn()),
                secret -> read(secret, client, reads));
    }

    private static Secret read(SecretListEntry secret, SecretsManagerClient client, Reads reads) {
        Arn arn = new Arn(secret.arn());
        Map<String, String> tags =
                secret.tags().stream().collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value())));
        return new Secret(
                Identity.tagged(arn, reads.account(), reads.region(), secret.name(), tags),
                set(secret.kmsKeyId()),
                // Sent only of secrets that were rotated at some time.
                Boolean.TRUE.equals(secret.rotationEnabled()),
                Optional.ofNullable(secret.rotationRules()).map(RotationRulesType::automaticallyAfterDays),
                Answers.sent(secret.createdDate(), "CreatedDate"),
                Optional.ofNullable(secret.lastRotatedDate()),
                Optional.ofNullable(secret.nextRotationDate()),
                Optional.ofNullable(secret.lastAccessedDate()),
                set(secret.owningService()),
                set(secret.primaryRegion()),
                reads.observe(
                        POLICY,
                        arn,
                        () -> set(client.getResourcePolicy(request -> request.secretId(arn.value()))
                                        .resourcePolicy())
                                .map(Policies::parse)
                                .orElse(Policy.NONE)));
    }

    private static Optional<String> set(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
