package io.awsaudit.inventory.globalaccelerator;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a listener leads in one region, read whole by {@code globalaccelerator:ListEndpointGroups}. It has no tags.
 *
 * @param endpointRegion where its endpoints are
 * @param trafficDialPercentage how much of the traffic that would go there does
 * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/api/API_EndpointGroup.html">EndpointGroup</a>
 */
@CloudFormationType("AWS::GlobalAccelerator::EndpointGroup")
public record EndpointGroup(
        Identity identity,
        Arn accelerator,
        Arn listener,
        String endpointRegion,
        double trafficDialPercentage,
        List<Endpoint> endpoints)
        implements Resource {
    /**
     * Something that takes traffic: a load balancer, an instance or an address.
     *
     * @param id an ARN, or the id of an instance or address
     * @param weight its share among those of its group
     */
    public record Endpoint(String id, int weight, Health health) {}

    /** Whether an endpoint answers. */
    public record Health(String value) implements OpenValue {
        public static final Health HEALTHY = new Health("HEALTHY");
        public static final Health INITIAL = new Health("INITIAL");
        public static final Health UNHEALTHY = new Health("UNHEALTHY");
    }

    public EndpointGroup {
        endpoints = List.copyOf(endpoints);
    }

    /** {@return whether some traffic can go there} */
    public boolean takesTraffic() {
        return trafficDialPercentage > 0 && endpoints.stream().anyMatch(endpoint -> endpoint.weight() > 0);
    }

    /** {@return the endpoints that do not answer} */
    public List<String> unhealthyEndpoints() {
        return endpoints.stream()
                .filter(endpoint -> endpoint.health().equals(Health.UNHEALTHY))
                .map(Endpoint::id)
                .toList();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.IN, listener)),
                endpoints.stream()
                        .filter(endpoint -> endpoint.id().startsWith("arn:"))
                        .map(endpoint -> new Edge(arn(), Relation.ROUTES_TO, new Arn(endpoint.id()))));
    }
}
