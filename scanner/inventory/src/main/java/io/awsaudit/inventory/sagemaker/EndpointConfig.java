package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an endpoint runs on, listed by {@code sagemaker:ListEndpointConfigs}; it stays when its endpoint goes.
 *
 * @param settings what {@code sagemaker:DescribeEndpointConfig} says of it
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpointConfig.html">DescribeEndpointConfig</a>
 */
@CloudFormationType("AWS::SageMaker::EndpointConfig")
public record EndpointConfig(Identity identity, Observed<Settings> settings) implements Resource {
    /** Holds where all variants are serverless, so that AWS sees to the instances. */
    public static final Predicate<Settings> SERVERLESS =
            settings -> settings.variants().stream().allMatch(Variant::serverless);

    /** Holds where some variant starts with a single instance. */
    public static final Predicate<Settings> ALONE =
            settings -> settings.variants().stream().anyMatch(Variant::isAlone);

    /** Holds where requests and answers are not recorded. */
    public static final Predicate<Settings> NOT_CAPTURED = settings -> !settings.dataCaptured();

    /**
     * What its variants run on.
     *
     * @param kmsKey the key that encrypts the volumes of its instances, as id, ARN or alias
     * @param dataCaptured whether requests and answers are recorded in a bucket
     */
    public record Settings(List<Variant> variants, Optional<String> kmsKey, boolean dataCaptured) {
        public Settings {
            variants = List.copyOf(variants);
        }

        /** {@return whether some variant has volumes that a key could encrypt, and none does} */
        public boolean lacksKey(List<String> familiesWithLocalStorage) {
            return kmsKey.isEmpty() && takesKey(familiesWithLocalStorage);
        }

        /** {@return whether all variants have volumes that take a key: AWS refuses one beside local storage} */
        public boolean takesKey(List<String> familiesWithLocalStorage) {
            return variants.stream().anyMatch(variant -> !variant.serverless())
                    && variants.stream()
                            .filter(variant -> !variant.serverless())
                            .noneMatch(variant -> familiesWithLocalStorage.contains(variant.family()));
        }

        /** {@return the types of its variants of these families} */
        public List<String> typesOf(List<String> families) {
            return variants.stream()
                    .filter(variant -> families.contains(variant.family()))
                    .flatMap(variant -> variant.instanceType().stream())
                    .toList();
        }
    }

    /**
     * A model in production, and what it runs on.
     *
     * @param instanceType such as {@code ml.m5.large}; empty where AWS chooses
     * @param initialInstances how many there are at first; empty where AWS chooses
     */
    public record Variant(
            String name, boolean serverless, Optional<String> instanceType, Optional<Integer> initialInstances) {
        /** {@return whether it starts with a single instance} */
        public boolean isAlone() {
            return !serverless && initialInstances.filter(count -> count == 1).isPresent();
        }

        /** {@return the family of its type: {@code m5} of {@code ml.m5.large}; empty where AWS chooses} */
        public String family() {
            return instanceType.map(InstanceFamily::of).orElse("");
        }
    }

    /** {@return whether it was read, and some variant is of one of these families} */
    public boolean runsOnOneOf(List<String> families) {
        return settings.knownTo(known -> !known.typesOf(families).isEmpty());
    }

    /** {@return whether it was read, and has volumes that a key could encrypt, and none does} */
    public boolean lacksKey(List<String> familiesWithLocalStorage) {
        return settings.knownTo(known -> known.lacksKey(familiesWithLocalStorage));
    }

    /** {@return whether it was read, and has no volumes that a key could encrypt} */
    public boolean takesNoKey(List<String> familiesWithLocalStorage) {
        return settings.knownNotTo(known -> known.takesKey(familiesWithLocalStorage));
    }
}
