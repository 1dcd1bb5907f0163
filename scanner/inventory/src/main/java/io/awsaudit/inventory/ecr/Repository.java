package io.awsaudit.inventory.ecr;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private repository of container images, read by {@code ecr:DescribeRepositories}.
 *
 * @param tagMutability whether a tag may be given to another image
 * @param mutabilityExclusions patterns of the tags that are excluded from that rule
 * @param scanOnPush the repository's own setting, which only counts while the registry scans by no rules of its own
 * @param encryptionType {@link EncryptionType#AES256} where AWS names none
 * @param kmsKey empty with {@code AES256}, whose key is AWS's own
 * @param lifecyclePolicy whether images expire by some rule
 * @param policy who may use it besides the account; {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Repository.html">Repository</a>
 */
@CloudFormationType("AWS::ECR::Repository")
public record Repository(
        Identity identity,
        TagMutability tagMutability,
        List<String> mutabilityExclusions,
        boolean scanOnPush,
        EncryptionType encryptionType,
        Optional<Arn> kmsKey,
        Observed<Boolean> lifecyclePolicy,
        Observed<Policy> policy)
        implements Resource {
    public Repository {
        mutabilityExclusions = List.copyOf(mutabilityExclusions);
    }

    /** Whether a tag may be given to another image. */
    public record TagMutability(String value) implements OpenValue {
        public static final TagMutability MUTABLE = new TagMutability("MUTABLE");
        public static final TagMutability IMMUTABLE = new TagMutability("IMMUTABLE");
        /** But for tags that match a pattern. */
        public static final TagMutability IMMUTABLE_WITH_EXCLUSION = new TagMutability("IMMUTABLE_WITH_EXCLUSION");

        public static final TagMutability MUTABLE_WITH_EXCLUSION = new TagMutability("MUTABLE_WITH_EXCLUSION");
    }

    /** What encrypts the images. */
    public record EncryptionType(String value) implements OpenValue {
        /** A key of AWS's own. */
        public static final EncryptionType AES256 = new EncryptionType("AES256");

        public static final EncryptionType KMS = new EncryptionType("KMS");
        public static final EncryptionType KMS_DSSE = new EncryptionType("KMS_DSSE");
    }

    @Override
    public Stream<Edge> edges() {
        return kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }

    /** {@return whether no tag, or none but those that match an exclusion, may be given to another image} */
    public boolean hasImmutableTags() {
        return tagMutability.equals(TagMutability.IMMUTABLE)
                || tagMutability.equals(TagMutability.IMMUTABLE_WITH_EXCLUSION);
    }

    /** {@return whether a key of KMS encrypts the images} */
    public boolean usesKms() {
        return encryptionType.equals(EncryptionType.KMS) || encryptionType.equals(EncryptionType.KMS_DSSE);
    }
}
