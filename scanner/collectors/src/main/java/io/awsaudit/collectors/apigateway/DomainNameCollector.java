package io.awsaudit.collectors.apigateway;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.apigateway.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the domain names of a region's APIs. */
final class DomainNameCollector implements Collector<DomainName> {
    private static final Operation GET_DOMAIN_NAMES =
            Operation.of("apigateway:GetDomainNames").needing(ApiGateway.GET).pages(ApiGateway.PAGE);

    @Override
    public Set<Class<? extends DomainName>> yields() {
        return Set.of(DomainName.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_DOMAIN_NAMES);
    }

    @Override
    public Stream<DomainName> collect(Reads reads) {
        return reads.pages(
                        GET_DOMAIN_NAMES,
                        () -> reads.client(ApiGateway.CLIENT)
                                .getDomainNamesPaginator(request -> request.limit(ApiGateway.PAGE))
                                .items())
                .map(domain -> read(domain, reads));
    }

    private static DomainName read(software.amazon.awssdk.services.apigateway.model.DomainName domain, Reads reads) {
        // Private ones of one name may be many, told apart by the id in their ARN.
        Arn arn = domain.domainNameArn() == null
                ? ApiGateway.arn(reads, "/domainnames/" + domain.domainName())
                : new Arn(domain.domainNameArn());
        return new DomainName(
                Identity.tagged(arn, reads.account(), reads.region(), domain.domainName(), domain.tags()),
                Optional.ofNullable(domain.securityPolicyAsString()).filter(policy -> !policy.isEmpty()));
    }
}
