package io.awsaudit.inventory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something in an AWS account that has an identity and a configuration.
 *
 * <p>Implementations are records, immutable, named by AWS's own noun in the package of its service, and annotated with
 * their {@link CloudFormationType}. Their first component is {@code identity}.
 */
public interface Resource {
    /** {@return what every resource has} */
    Identity identity();

    /** {@return this resource's own relationships, from itself to others} */
    default Stream<Edge> edges() {
        return Stream.empty();
    }

    /** {@return the CloudFormation type name, such as {@code AWS::EC2::Volume}} */
    default String type() {
        return ResourceTypes.nameOf(getClass());
    }

    /** {@return the ARN} */
    default Arn arn() {
        return identity().arn();
    }

    /** {@return the account, twelve digits} */
    default String account() {
        return identity().account();
    }

    /** {@return the region, or {@link Identity#GLOBAL}} */
    default String region() {
        return identity().region();
    }

    /** {@return what people call it} */
    default String name() {
        return identity().name();
    }

    /** {@return its tags by key} */
    default Observed<Map<String, String>> tags() {
        return identity().tags();
    }

    /** {@return whether a service of AWS made it for itself, so that the account cannot change it} */
    default boolean isServiceOwned() {
        return false;
    }

    /**
     * {@return whether its tags were read, and lack some of the keys required; with none required, whether it has no tag
     * but those that AWS sets itself, whose keys start with {@code aws:}}
     *
     * <p>Keys are compared as AWS does, letter case included.
     */
    default boolean lacksTags(List<String> required) {
        return tags().knownNotTo(tags -> required.isEmpty()
                ? tags.keySet().stream().anyMatch(key -> !key.startsWith("aws:"))
                : tags.keySet().containsAll(required));
    }
}
