/** Gateways in data centres to storage in AWS, with their file shares and volumes. */
@NullMarked
package io.awsaudit.inventory.storagegateway;

import org.jspecify.annotations.NullMarked;
