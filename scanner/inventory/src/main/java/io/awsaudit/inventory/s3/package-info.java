/** Buckets, access points, and the account-wide settings of S3. */
@NullMarked
package io.awsaudit.inventory.s3;

import org.jspecify.annotations.NullMarked;
