package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A shadow test of a model, listed by {@code sagemaker:ListInferenceExperiments}; one that has ended is none any more.
 *
 * @param status such as {@code Running}
 * @param encryption what {@code sagemaker:DescribeInferenceExperiment} says of its keys
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeInferenceExperiment.html">DescribeInferenceExperiment</a>
 */
@CloudFormationType("AWS::SageMaker::InferenceExperiment")
public record InferenceExperiment(Identity identity, String status, Observed<Encryption> encryption)
        implements Resource {
    /** Holds where the volumes of its instances are encrypted with a key of AWS's alone. */
    public static final Predicate<Encryption> VOLUMES_WITHOUT_KEY =
            encryption -> encryption.volumeKey().isEmpty();

    /** Holds where nothing is recorded. */
    public static final Predicate<Encryption> NOTHING_RECORDED = encryption -> !encryption.recorded();

    /** Holds where what is recorded is encrypted with a key of AWS's alone. */
    public static final Predicate<Encryption> RECORDS_WITHOUT_KEY =
            encryption -> encryption.recorded() && encryption.recordKey().isEmpty();

    /**
     * With which keys it is encrypted, as id, ARN or alias.
     *
     * @param volumeKey that of the volumes of its instances
     * @param recorded whether requests and answers are recorded in a bucket
     * @param recordKey that of what is recorded
     */
    public record Encryption(Optional<String> volumeKey, boolean recorded, Optional<String> recordKey) {}
}
