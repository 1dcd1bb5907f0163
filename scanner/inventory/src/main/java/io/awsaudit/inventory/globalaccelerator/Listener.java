package io.awsaudit.inventory.globalaccelerator;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an accelerator takes on some ports, read whole by {@code globalaccelerator:ListListeners}. It has no tags.
 *
 * @param protocol {@code TCP} or {@code UDP}
 * @param ports such as {@code 80-81}
 * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/api/API_Listener.html">Listener</a>
 */
@CloudFormationType("AWS::GlobalAccelerator::Listener")
public record Listener(Identity identity, Arn accelerator, String protocol, List<String> ports) implements Resource {
    public Listener {
        ports = List.copyOf(ports);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, accelerator));
    }
}
