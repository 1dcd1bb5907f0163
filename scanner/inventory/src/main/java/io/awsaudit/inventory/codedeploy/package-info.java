/** Applications of CodeDeploy, and the groups that their revisions are deployed to. */
@NullMarked
package io.awsaudit.inventory.codedeploy;

import org.jspecify.annotations.NullMarked;
