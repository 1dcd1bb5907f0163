package io.awsaudit.inventory.autoscaling;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.ec2.MetadataOptions;
import io.awsaudit.inventory.ec2.Scripted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an Auto Scaling group without a launch template starts its instances from, read whole by
 * {@code autoscaling:DescribeLaunchConfigurations}. It can neither be changed nor tagged.
 *
 * @param image what instances are made from
 * @param associatePublicIpAddress whether each gets a public IPv4 address; empty where its subnet decides
 * @param metadataOptions IMDSv1 is allowed where it says nothing
 * @param securityGroups by ARN; names, as EC2-Classic had them, are left out
 * @param userDataSecrets lines of its user data that look like a credential; of the user data nothing else is kept
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchConfiguration.html">LaunchConfiguration</a>
 */
@CloudFormationType("AWS::AutoScaling::LaunchConfiguration")
public record LaunchConfiguration(
        Identity identity,
        String instanceType,
        Optional<Arn> image,
        Optional<Boolean> associatePublicIpAddress,
        MetadataOptions metadataOptions,
        List<Arn> securityGroups,
        Observed<List<Secret>> userDataSecrets)
        implements Scripted {
    public LaunchConfiguration {
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                image.stream().map(origin -> new Edge(arn(), Relation.CREATED_FROM, origin)),
                securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)));
    }

    /** {@return whether it gives each instance a public address, whatever the subnet does} */
    public boolean givesPublicIpAddress() {
        return associatePublicIpAddress.equals(Optional.of(true));
    }
}
