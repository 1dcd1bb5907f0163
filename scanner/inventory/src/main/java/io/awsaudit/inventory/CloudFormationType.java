package io.awsaudit.inventory;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.atteo.classindex.IndexAnnotated;

/**
 * The CloudFormation type name of a resource record, such as {@code AWS::EC2::Volume}: what users see and files carry.
 *
 * <p>Where CloudFormation has no type for a thing, a name of the same form is used and the record's Javadoc says so.
 * Records with this annotation are indexed when they are compiled; see {@link ResourceTypes}.
 */
@Documented
@IndexAnnotated
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CloudFormationType {
    /** {@return the type name} */
    String value();
}
