/** Public repositories of container images. */
@NullMarked
package io.awsaudit.inventory.ecrpublic;

import org.jspecify.annotations.NullMarked;
