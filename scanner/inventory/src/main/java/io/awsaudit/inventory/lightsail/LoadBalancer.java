package io.awsaudit.inventory.lightsail;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A load balancer of Lightsail, read whole by {@code lightsail:GetLoadBalancers}.
 *
 * @param redirectsToHttps whether who comes by HTTP is sent to HTTPS
 * @param instances how many it leads to
 * @see <a href="https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_LoadBalancer.html">LoadBalancer</a>
 */
@CloudFormationType("AWS::Lightsail::LoadBalancer")
public record LoadBalancer(Identity identity, boolean redirectsToHttps, int instances) implements Resource {}
