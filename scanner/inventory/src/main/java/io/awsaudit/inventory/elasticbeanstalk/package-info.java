/** Applications of Elastic Beanstalk and the environments that they run in. */
@NullMarked
package io.awsaudit.inventory.elasticbeanstalk;

import org.jspecify.annotations.NullMarked;
