package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A domain, where people work in Studio, listed by {@code sagemaker:ListDomains}; one that is being deleted is none any more.
 *
 * @param identity its name is the one that people gave it
 * @param status such as {@code InService}
 * @param settings what {@code sagemaker:DescribeDomain} adds
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html">DescribeDomain</a>
 */
@CloudFormationType("AWS::SageMaker::Domain")
public record Domain(Identity identity, String status, Observed<Settings> settings) implements Resource {
    /** Holds of those whose applications reach the internet past the VPC. Where nothing was chosen, they do. */
    public static final Predicate<Settings> ON_THE_INTERNET =
            settings -> !settings.networkAccess().equals(Optional.of("VpcOnly"));

    /** Holds of those whose file system is encrypted with a key of AWS's alone. */
    public static final Predicate<Settings> WITHOUT_KEY =
            settings -> settings.kmsKey().isEmpty();

    /**
     * What the listing leaves out.
     *
     * @param networkAccess {@code VpcOnly} or {@code PublicInternetOnly}
     * @param kmsKey the key that encrypts the home directories, as id, ARN or alias
     */
    public record Settings(Optional<String> networkAccess, Optional<String> kmsKey) {}
}
