/** Servers and connectors of the Transfer Family, and what partners exchange files by. */
@NullMarked
package io.awsaudit.inventory.transfer;

import org.jspecify.annotations.NullMarked;
