/** Reads Service Catalog. */
@NullMarked
package io.awsaudit.collectors.servicecatalog;

import org.jspecify.annotations.NullMarked;
