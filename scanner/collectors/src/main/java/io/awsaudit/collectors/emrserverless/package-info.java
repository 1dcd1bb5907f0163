/** Reads applications of EMR Serverless. */
@NullMarked
package io.awsaudit.collectors.emrserverless;

import org.jspecify.annotations.NullMarked;
