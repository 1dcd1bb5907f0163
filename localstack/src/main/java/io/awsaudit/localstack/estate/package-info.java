/** Accounts made up to measure with: of any size, with all types of resources, and much in them that checks find. */
@NullMarked
package io.awsaudit.localstack.estate;

import org.jspecify.annotations.NullMarked;
