/** Lines from a data centre to AWS, and what goes over them. */
@NullMarked
package io.awsaudit.inventory.directconnect;

import org.jspecify.annotations.NullMarked;
