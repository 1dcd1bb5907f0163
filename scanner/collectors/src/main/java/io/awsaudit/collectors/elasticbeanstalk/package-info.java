/** Reads Elastic Beanstalk. */
@NullMarked
package io.awsaudit.collectors.elasticbeanstalk;

import org.jspecify.annotations.NullMarked;
