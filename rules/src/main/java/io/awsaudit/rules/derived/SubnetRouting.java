package io.awsaudit.rules.derived;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.ec2.RouteTable;
import io.awsaudit.inventory.ec2.Subnet;

/**
 * That a subnet's traffic follows a route table: the one that names the subnet, else the main one of its VPC.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html">Subnet route tables</a>
 */
public record SubnetRouting(Subnet subnet, RouteTable table) {
    /** {@return the subnet's ARN, to join by} */
    public Arn place() {
        return subnet.arn();
    }
}
