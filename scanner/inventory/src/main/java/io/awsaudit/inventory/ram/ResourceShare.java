package io.awsaudit.inventory.ram;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * That the account shares resources of its own with others, read by {@code ram:GetResourceShares} but for what and with whom.
 * A share that was deleted is none any more.
 *
 * @param allowExternalPrincipals whether it may name accounts outside the organisation
 * @param featureSet whether RAM manages its permissions
 * @param principals accounts, units, organisations, roles, users and services that it is for
 * @param resources what is shared
 * @see <a href="https://docs.aws.amazon.com/ram/latest/APIReference/API_ResourceShare.html">ResourceShare</a>
 */
@CloudFormationType("AWS::RAM::ResourceShare")
public record ResourceShare(
        Identity identity,
        boolean allowExternalPrincipals,
        FeatureSet featureSet,
        Observed<List<Association>> principals,
        Observed<List<Association>> resources)
        implements Resource {
    /** Whether RAM manages the permissions of a share. */
    public record FeatureSet(String value) implements OpenValue {
        /** A policy of the resource itself made the share, which those that it is for cannot see. */
        public static final FeatureSet CREATED_FROM_POLICY = new FeatureSet("CREATED_FROM_POLICY");

        public static final FeatureSet PROMOTING_TO_STANDARD = new FeatureSet("PROMOTING_TO_STANDARD");
        public static final FeatureSet STANDARD = new FeatureSet("STANDARD");
    }

    /**
     * That a share has a principal or a resource.
     *
     * @param entity an ARN, an account's twelve digits, or the name of a service
     * @param status such as {@code ASSOCIATED}, {@code ASSOCIATING} or {@code FAILED}
     * @param external whether it is outside the organisation
     */
    public record Association(String entity, String status, boolean external) {
        boolean isAtWork() {
            return status.equals("ASSOCIATED") || status.equals("ASSOCIATING");
        }

        boolean isFailed() {
            return status.equals("FAILED");
        }

        boolean isOutside(List<String> trusted) {
            return external && isAtWork() && !trusted.contains(account());
        }

        private String account() {
            return entity.startsWith("arn:") ? new Arn(entity).account() : entity;
        }
    }

    /** Holds where an association failed. */
    public static final Predicate<List<Association>> FAILED =
            associations -> associations.stream().anyMatch(Association::isFailed);

    /** What failed, as evidence. */
    public static final Function<List<Association>, List<String>> FAILURES = associations -> associations.stream()
            .filter(Association::isFailed)
            .map(Association::entity)
            .toList();

    /** Those outside the organisation, as evidence. */
    public static final Function<List<Association>, List<String>> OUTSIDERS = associations -> associations.stream()
            .filter(association -> association.external() && association.isAtWork())
            .map(Association::entity)
            .toList();

    public ResourceShare {
        principals = principals.map(List::copyOf);
        resources = resources.map(List::copyOf);
    }

    /** {@return whether it is known to be for somebody outside the organisation whose account is not among those trusted} */
    public boolean isForOutsiders(List<String> trusted) {
        return principals.knownTo(
                associations -> associations.stream().anyMatch(association -> association.isOutside(trusted)));
    }

    /** {@return whether a policy of a resource made it} */
    public boolean isCreatedFromPolicy() {
        return featureSet.equals(FeatureSet.CREATED_FROM_POLICY);
    }

    /** {@return whether RAM is taking over its permissions} */
    public boolean isBeingPromoted() {
        return featureSet.equals(FeatureSet.PROMOTING_TO_STANDARD);
    }

    @Override
    public Stream<Edge> edges() {
        return resources.asOptional().stream()
                .flatMap(List::stream)
                .filter(association -> association.entity().startsWith("arn:"))
                .map(association -> new Edge(arn(), Relation.CONTAINS, new Arn(association.entity())));
    }
}
