package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Tags on what gets none when it is made: what comes along with a VPC, and what other seeds need only be there. The insecure
 * account has plenty without.
 */
final class TaggingSeeds implements Seeds {
    private static final String KEY = "Owner";
    private static final String VALUE = "platform";

    @Override
    public void insecure(EmulatedAccount account) {}

    @Override
    public void hardened(EmulatedAccount account) {
        for (Region region : account.regions()) {
            network(account.client(Ec2Client.builder(), region));
        }
        identities(account.client(IamClient.builder()));
        AutoScalingClient autoScaling = account.client(AutoScalingClient.builder());
        autoScaling
                .describeAutoScalingGroups()
                .autoScalingGroups()
                .forEach(group -> autoScaling.createOrUpdateTags(
                        request -> request.tags(tag -> tag.resourceId(group.autoScalingGroupName())
                                .resourceType("auto-scaling-group")
                                .propagateAtLaunch(false)
                                .key(KEY)
                                .value(VALUE))));
        CloudTrailClient trails = account.client(CloudTrailClient.builder());
        trails.describeTrails()
                .trailList()
                .forEach(trail -> trails.addTags(request -> request.resourceId(trail.trailARN())
                        .tagsList(tag -> tag.key(KEY).value(VALUE))));
        EcsClient ecs = account.client(EcsClient.builder());
        ecs.listTaskDefinitions()
                .taskDefinitionArns()
                .forEach(definition -> ecs.tagResource(request ->
                        request.resourceArn(definition).tags(tag -> tag.key(KEY).value(VALUE))));
        SnsClient sns = account.client(SnsClient.builder());
        sns.listTopics()
                .topics()
                .forEach(topic -> sns.tagResource(request -> request.resourceArn(topic.topicArn())
                        .tags(tag -> tag.key(KEY).value(VALUE))));
    }

    private static void network(Ec2Client ec2) {
        List<String> ids = Stream.of(
                        ec2.describeNetworkAcls().networkAcls().stream().map(NetworkAcl::networkAclId),
                        ec2.describeRouteTables().routeTables().stream().map(RouteTable::routeTableId),
                        ec2.describeSecurityGroups().securityGroups().stream().map(SecurityGroup::groupId),
                        ec2.describeNetworkInterfaces().networkInterfaces().stream()
                                .map(NetworkInterface::networkInterfaceId),
                        ec2.describeLaunchTemplates().launchTemplates().stream().map(LaunchTemplate::launchTemplateId))
                .flatMap(found -> found)
                .toList();
        if (!ids.isEmpty()) {
            ec2.createTags(
                    request -> request.resources(ids).tags(tag -> tag.key(KEY).value(VALUE)));
        }
    }

    private static void identities(IamClient iam) {
        iam.listRoles().roles().stream()
                .filter(role -> !role.path().startsWith("/aws-service-role/"))
                .forEach(role -> iam.tagRole(request -> request.roleName(role.roleName())
                        .tags(tag -> tag.key(KEY).value(VALUE))));
        iam.listUsers()
                .users()
                .forEach(user -> iam.tagUser(request -> request.userName(user.userName())
                        .tags(tag -> tag.key(KEY).value(VALUE))));
    }
}
