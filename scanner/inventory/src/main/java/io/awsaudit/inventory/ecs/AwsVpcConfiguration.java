package io.awsaudit.inventory.ecs;

import io.awsaudit.inventory.Arn;
import java.util.List;

/**
 * The network of tasks that have an interface of their own, in the network mode {@code awsvpc}.
 *
 * @param subnets ids
 * @param assignPublicIp false where AWS does not say, which is the default
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html">AwsVpcConfiguration</a>
 */
public record AwsVpcConfiguration(List<String> subnets, List<Arn> securityGroups, boolean assignPublicIp) {
    public AwsVpcConfiguration {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }
}
