package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A group of features in the feature store, listed by {@code sagemaker:ListFeatureGroups}; one that is being deleted, or was
 * never made, is none.
 *
 * @param status such as {@code Created}
 * @param stores where {@code sagemaker:DescribeFeatureGroup} says that it is kept
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeFeatureGroup.html">DescribeFeatureGroup</a>
 */
@CloudFormationType("AWS::SageMaker::FeatureGroup")
public record FeatureGroup(Identity identity, String status, Observed<Stores> stores) implements Resource {
    /** Holds of those that are not kept in a bucket. */
    public static final Predicate<Stores> NOT_OFFLINE = stores -> !stores.offline();

    /** Holds of those that are kept in a bucket without a key of the customer's. */
    public static final Predicate<Stores> OFFLINE_WITHOUT_KEY =
            stores -> stores.offline() && stores.offlineKey().isEmpty();

    /** Holds of those that are not kept in an online store of the standard kind. */
    public static final Predicate<Stores> NOT_IN_STANDARD_STORE = stores -> !stores.inStandardStore();

    /** Holds of those that are kept in a standard online store without a key of the customer's. */
    public static final Predicate<Stores> ONLINE_WITHOUT_KEY =
            stores -> stores.inStandardStore() && stores.onlineKey().isEmpty();

    /**
     * Where a group is kept.
     *
     * @param online whether there is a store to look features up in
     * @param storageType {@code Standard} or {@code InMemory}; empty where nothing was chosen, which is standard
     * @param onlineKey the key that encrypts the online store, as id, ARN or alias
     * @param offline whether features are written to a bucket
     * @param offlineKey the key that encrypts what is written there
     */
    public record Stores(
            boolean online,
            Optional<String> storageType,
            Optional<String> onlineKey,
            boolean offline,
            Optional<String> offlineKey) {
        /** {@return whether it is kept in an online store of the standard kind} */
        public boolean inStandardStore() {
            return online
                    && storageType.filter(type -> !type.equals("Standard")).isEmpty();
        }
    }
}
