/** Behaviour graphs of Amazon Detective. */
@NullMarked
package io.awsaudit.inventory.detective;

import org.jspecify.annotations.NullMarked;
