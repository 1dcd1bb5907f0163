package io.awsaudit.inventory.shield;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * That Shield Advanced protects something, read by {@code shield:ListProtections} but for its tags.
 *
 * @param resource what is protected
 * @param healthChecks ids of the health checks of Route 53 that tell whether it suffers
 * @param automaticResponse whether Shield itself writes rules against floods of requests
 * @see <a href="https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_Protection.html">Protection</a>
 */
@CloudFormationType("AWS::Shield::Protection")
public record Protection(Identity identity, Arn resource, List<String> healthChecks, boolean automaticResponse)
        implements Resource {
    public Protection {
        healthChecks = List.copyOf(healthChecks);
    }

    /** {@return whether it protects this resource} */
    public boolean protects(Arn wanted) {
        return resource.equals(wanted);
    }

    /** {@return whether what it protects is a zone of Route 53, which no health check can be about} */
    public boolean isOfHostedZone() {
        return resource.service().equals("route53");
    }

    /** {@return whether what it protects takes requests, which rules of a web ACL can stop} */
    public boolean isOfRequests() {
        return resource.service().equals("cloudfront") || resource.resource().startsWith("loadbalancer/app/");
    }

    /** {@return whether health checks tell that what it protects suffers} */
    public boolean isHealthChecked() {
        return !healthChecks.isEmpty();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(resource, Relation.PROTECTED_BY, arn()));
    }
}
