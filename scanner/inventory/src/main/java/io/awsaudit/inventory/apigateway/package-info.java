/** REST APIs, their stages, and domain names. */
@NullMarked
package io.awsaudit.inventory.apigateway;

import org.jspecify.annotations.NullMarked;
