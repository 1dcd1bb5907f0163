/** What watches spending for anomalies, and who is told. */
@NullMarked
package io.awsaudit.inventory.costexplorer;

import org.jspecify.annotations.NullMarked;
