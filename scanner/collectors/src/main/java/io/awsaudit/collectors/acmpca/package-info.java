/** Reads the certificate authorities of AWS Private CA. */
@NullMarked
package io.awsaudit.collectors.acmpca;

import org.jspecify.annotations.NullMarked;
