package io.awsaudit.inventory.athena;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A source of tables, read by {@code athena:ListDataCatalogs} but for its tags. The one that AWS provides, {@code
 * AwsDataCatalog}, is none of the account's.
 *
 * @param catalogType {@code GLUE}, {@code HIVE}, {@code LAMBDA} or {@code FEDERATED}
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_DataCatalogSummary.html">DataCatalogSummary</a>
 */
@CloudFormationType("AWS::Athena::DataCatalog")
public record DataCatalog(Identity identity, String catalogType) implements Resource {}
