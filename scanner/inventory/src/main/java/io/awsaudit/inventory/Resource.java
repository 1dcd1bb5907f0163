package io.awsaudit.inventory;

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
}
