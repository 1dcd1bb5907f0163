/** Domains of OpenSearch Service, with OpenSearch or Elasticsearch. */
@NullMarked
package io.awsaudit.inventory.opensearch;

import org.jspecify.annotations.NullMarked;
