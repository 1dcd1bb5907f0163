/** Applications of EMR Serverless. */
@NullMarked
package io.awsaudit.inventory.emrserverless;

import org.jspecify.annotations.NullMarked;
