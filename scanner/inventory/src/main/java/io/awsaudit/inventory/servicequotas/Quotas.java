package io.awsaudit.inventory.servicequotas;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * The quotas of the account in a region, as they apply, that checks hold against what the inventory has: always one in a
 * region. Those of the VPC service come with one listing by {@code servicequotas:ListServiceQuotas}, the others one by one
 * by {@code servicequotas:GetServiceQuota}.
 *
 * <p>AWS has quotas one by one, and no such thing; its ARN here is {@code arn:aws:servicequotas:REGION:ACCOUNT:quotas}.
 *
 * @param addresses elastic IP addresses in the region
 * @param vpcs VPCs in the region
 * @param internetGateways internet gateways in the region
 * @param securityGroups security groups in the region
 * @param networkInterfaces network interfaces in the region
 * @param subnetsPerVpc subnets in a VPC
 * @see <a href="https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ServiceQuota.html">ServiceQuota</a>
 */
@CloudFormationType("AWS::ServiceQuotas::Quotas")
public record Quotas(
        Identity identity,
        Observed<Long> addresses,
        Observed<Long> vpcs,
        Observed<Long> internetGateways,
        Observed<Long> securityGroups,
        Observed<Long> networkInterfaces,
        Observed<Long> subnetsPerVpc)
        implements Resource {
    /** {@return whether a quota was read, and so many things are at least so many percent of it} */
    public static boolean isReached(Observed<Long> quota, long used, long percent) {
        return quota.knownTo(most -> new Usage(used, most).reaches(percent));
    }

    /** {@return how many of how many there may be, as evidence} */
    public static String words(Observed<Long> quota, long used) {
        return used + " of " + quota;
    }
}
