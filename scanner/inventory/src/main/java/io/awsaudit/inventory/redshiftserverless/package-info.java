/** Workgroups and namespaces of Redshift Serverless. */
@NullMarked
package io.awsaudit.inventory.redshiftserverless;

import org.jspecify.annotations.NullMarked;
