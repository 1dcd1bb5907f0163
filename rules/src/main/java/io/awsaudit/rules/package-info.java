/** Checks and frameworks, and the engine that judges an inventory by them; the only code that sees Drools. */
@NullMarked
package io.awsaudit.rules;

import org.jspecify.annotations.NullMarked;
