package io.awsaudit.inventory.config;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recorder of AWS Config in a region; an account has at most one of its own in each.
 *
 * @param identity its ARN is the one that AWS sends, else {@code arn:aws:config:region:account:configuration-recorder/name}
 * @param role that it reads resources with
 * @see <a href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html">ConfigurationRecorder</a>
 */
@CloudFormationType("AWS::Config::ConfigurationRecorder")
public record ConfigurationRecorder(
        Identity identity, Optional<Arn> role, RecordingGroup recordingGroup, Observed<RecorderStatus> status)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return role.stream().map(arn -> new Edge(arn(), Relation.RUNS_AS, arn));
    }
}
