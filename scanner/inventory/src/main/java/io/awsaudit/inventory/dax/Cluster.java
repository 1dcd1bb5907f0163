package io.awsaudit.inventory.dax;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * A cluster of DynamoDB Accelerator, read by {@code dax:DescribeClusters} but for its tags. One that is being deleted is none
 * any more.
 *
 * @param encryptedAtRest whether what it caches is encrypted on its disks, now or soon
 * @param endpointEncryption whether clients reach it by TLS, and by TLS alone
 * @param availabilityZones those that its nodes are in, each named once
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_Cluster.html">Cluster</a>
 */
@CloudFormationType("AWS::DAX::Cluster")
public record Cluster(
        Identity identity,
        String status,
        boolean encryptedAtRest,
        boolean endpointEncryption,
        List<String> availabilityZones)
        implements Resource {
    public Cluster {
        availabilityZones = List.copyOf(availabilityZones);
    }
}
