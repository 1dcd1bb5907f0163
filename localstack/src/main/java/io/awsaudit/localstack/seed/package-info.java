/** What the seeded accounts hold, a class for each group of services. */
@NullMarked
package io.awsaudit.localstack.seed;

import org.jspecify.annotations.NullMarked;
