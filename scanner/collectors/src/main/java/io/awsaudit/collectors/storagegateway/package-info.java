/** Reads gateways to storage, with their file shares and volumes. */
@NullMarked
package io.awsaudit.collectors.storagegateway;

import org.jspecify.annotations.NullMarked;
