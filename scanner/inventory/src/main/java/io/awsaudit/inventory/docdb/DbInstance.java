package io.awsaudit.inventory.docdb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instance of a cluster of DocumentDB, read by {@code rds:DescribeDBInstances} but for its tags. One that is being deleted is none
 * any more.
 *
 * @param instanceClass such as {@code db.r6g.large}
 * @param caCertificate identifies the authority behind its TLS certificate
 * @param certificateValidUntil when that certificate of its own expires
 * @see <a href="https://docs.aws.amazon.com/documentdb/latest/developerguide/API_DBInstance.html">DBInstance</a>
 */
@CloudFormationType("AWS::DocDB::DBInstance")
public record DbInstance(
        Identity identity,
        String engineVersion,
        String instanceClass,
        String status,
        Optional<Arn> cluster,
        Optional<String> caCertificate,
        Optional<Instant> certificateValidUntil)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return cluster.stream().map(group -> new Edge(arn(), Relation.MEMBER_OF, group));
    }

    /** {@return the family of its class: {@code r6g} of {@code db.r6g.large}} */
    public String family() {
        String[] parts = instanceClass.split("\\.");
        return parts.length > 1 ? parts[1] : instanceClass;
    }

    /** {@return whether its TLS certificate, or the authority behind it, had expired} */
    public boolean isCertificateExpired(Instant asOf, List<String> expiredAuthorities) {
        return caCertificate.filter(expiredAuthorities::contains).isPresent()
                || certificateValidUntil.filter(asOf::isAfter).isPresent();
    }
}
