/** Repositories of source code in CodeCommit. */
@NullMarked
package io.awsaudit.inventory.codecommit;

import org.jspecify.annotations.NullMarked;
