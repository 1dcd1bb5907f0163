package io.awsaudit.inventory.redshiftserverless;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A namespace of Redshift Serverless, what holds databases and users, read by {@code redshift-serverless:ListNamespaces} but for its
 * tags. One that is being deleted is none any more.
 *
 * @param administrator the name of the user that was made with it
 * @param kmsKey the key of the customer's that encrypts it; empty when it is one of AWS's
 * @param logExports types of logs that are published to CloudWatch Logs, of {@code useractivitylog}, {@code userlog} and
 *     {@code connectionlog}
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html">Namespace</a>
 */
@CloudFormationType("AWS::RedshiftServerless::Namespace")
public record Namespace(
        Identity identity, String status, Optional<String> administrator, Optional<Arn> kmsKey, List<String> logExports)
        implements Resource {
    public Namespace {
        logExports = List.copyOf(logExports);
    }

    @Override
    public Stream<Edge> edges() {
        return kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }

    /** {@return whether its administrator has one of some names, however they are written} */
    public boolean isAdministeredBy(List<String> names) {
        return administrator.stream().anyMatch(name -> names.stream().anyMatch(name::equalsIgnoreCase));
    }
}
