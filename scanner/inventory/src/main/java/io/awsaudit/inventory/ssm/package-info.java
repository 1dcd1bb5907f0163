/** Documents, parameters, managed instances and settings of Systems Manager. */
@NullMarked
package io.awsaudit.inventory.ssm;

import org.jspecify.annotations.NullMarked;
