package io.awsaudit.inventory.secretsmanager;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secret that is not about to be deleted, as {@code secretsmanager:ListSecrets} tells it: what it holds is never read.
 *
 * @param kmsKey the key that encrypts it, as id, alias or ARN; empty where it is AWS's key {@code aws/secretsmanager}
 * @param rotationDays after how many days it is rotated; empty where that is written as a schedule, or never
 * @param nextRotation by when it should be rotated; in the past when rotation has failed
 * @param lastAccessed the day on which it was last retrieved in its region; empty where it never was
 * @param owningService the service of AWS that made the secret and manages it, such as {@code rds}
 * @param primaryRegion the region of the secret that this one may be a replica of
 * @param policy {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html">SecretListEntry</a>
 */
@CloudFormationType("AWS::SecretsManager::Secret")
public record Secret(
        Identity identity,
        Optional<String> kmsKey,
        boolean rotationEnabled,
        Optional<Long> rotationDays,
        Instant created,
        Optional<Instant> lastRotated,
        Optional<Instant> nextRotation,
        Optional<Instant> lastAccessed,
        Optional<String> owningService,
        Optional<String> primaryRegion,
        Observed<Policy> policy)
        implements Governed {
    private static final String AWS_KEY = "alias/aws/secretsmanager";

    /** {@return whether it is a copy of another region's secret, which is rotated there} */
    public boolean isReplica() {
        return primaryRegion.filter(region -> !region.equals(region())).isPresent();
    }

    /** {@return whether its rotation is up to the account's owner: neither to a service of AWS, nor to a primary secret} */
    public boolean isSelfManaged() {
        return !isServiceOwned() && !isReplica();
    }

    @Override
    public boolean isServiceOwned() {
        return owningService.isPresent();
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    /** {@return what its rotation is up to, when that is not the account's owner; for people} */
    public String keeper() {
        return owningService
                .map(service -> "The service " + service + " manages the secret.")
                .orElse("The secret is a replica, and follows its primary secret.");
    }

    /** {@return whether AWS's own key encrypts it, which any principal of the account may use through Secrets Manager} */
    public boolean usesAwsKey() {
        return kmsKey.filter(key -> !key.endsWith(AWS_KEY)).isEmpty();
    }

    /** {@return whether rotation is on, and did not happen when it should have} */
    public boolean rotationOverdue(Instant asOf) {
        return rotationEnabled && due().filter(asOf::isAfter).isPresent();
    }

    private Optional<Instant> due() {
        return nextRotation.or(() ->
                lastRotated.flatMap(last -> rotationDays.map(days -> last.plus(Duration.ofDays(days + 1)))));
    }

    /** {@return whether the last rotation, or without one the creation, lies more than the given days back} */
    public boolean rotatedBefore(Instant asOf, long days) {
        return lastRotated.orElse(created).isBefore(asOf.minus(Duration.ofDays(days)));
    }

    /** {@return whether the last retrieval, or without one the creation, lies more than the given days back} */
    public boolean unusedSince(Instant asOf, long days) {
        return lastAccessed.orElse(created).isBefore(asOf.minus(Duration.ofDays(days)));
    }

    @Override
    public Stream<Edge> edges() {
        return kmsKey.stream()
                .filter(key -> key.startsWith("arn:"))
                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key)));
    }
}
