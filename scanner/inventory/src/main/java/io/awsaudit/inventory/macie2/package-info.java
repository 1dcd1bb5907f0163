/** Amazon Macie, which looks for sensitive data in buckets. */
@NullMarked
package io.awsaudit.inventory.macie2;

import org.jspecify.annotations.NullMarked;
