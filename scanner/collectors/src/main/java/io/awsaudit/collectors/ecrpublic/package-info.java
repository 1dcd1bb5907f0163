/** Reads public repositories of container images. */
@NullMarked
package io.awsaudit.collectors.ecrpublic;

import org.jspecify.annotations.NullMarked;
