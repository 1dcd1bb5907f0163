/** What an AWS account looked like: resources, how they relate, and what could not be seen. */
@NullMarked
package io.awsaudit.inventory;

import org.jspecify.annotations.NullMarked;
