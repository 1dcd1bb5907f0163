/** Reads workgroups and namespaces of Redshift Serverless. */
@NullMarked
package io.awsaudit.collectors.redshiftserverless;

import org.jspecify.annotations.NullMarked;
