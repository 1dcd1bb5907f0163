package io.awsaudit.collectors.costexplorer;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.util.Optional;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;

/**
 * The client of Cost Explorer, and what its listings have in common.
 *
 * <p>AWS bills each request to it, every page for itself, with a cent. A scan with checks on anomalies therefore costs two,
 * and nothing is read of each resource that its listing lacks.
 */
final class CostExplorer {
    static final AwsService<CostExplorerClient> CLIENT = AwsService.of("ce", CostExplorerClient::builder);

    private static final Gap TAGS_COST = new Gap(
            Gap.Cause.SKIPPED, "ce:ListTagsForResource", Optional.empty(), "AWS bills each request, and no check asks");

    private CostExplorer() {}

    /** Returns the identity of something of which the tags are not read. */
    static Identity identity(String arn, String name, Reads reads) {
        return new Identity(new Arn(arn), reads.account(), Identity.GLOBAL, name, Observed.unknown(TAGS_COST));
    }
}
