package io.awsaudit.rules.derived;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.ec2.NatGateway;

/**
 * That subnets in some zone of a VPC reach the internet through a NAT gateway.
 *
 * @param gatewayZone where the gateway stands; empty for a regional one, which stands in every zone
 */
public record NatEgress(Arn vpc, String zone, NatGateway gateway, String gatewayZone) {}
