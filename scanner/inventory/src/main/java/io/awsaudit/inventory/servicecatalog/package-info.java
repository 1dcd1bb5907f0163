/** Portfolios of Service Catalog, and what was made from the products in them. */
@NullMarked
package io.awsaudit.inventory.servicecatalog;

import org.jspecify.annotations.NullMarked;
