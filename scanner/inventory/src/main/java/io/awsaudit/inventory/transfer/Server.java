package io.awsaudit.inventory.transfer;

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
 * A server that partners send files to and fetch them from. {@code transfer:ListServers} tells what it is, and {@code
 * transfer:DescribeServer} its settings and tags.
 *
 * @param state such as {@code ONLINE} or {@code OFFLINE}; it costs the same in both
 * @param endpointType {@code PUBLIC}, {@code VPC}, or, as it was formerly, {@code VPC_ENDPOINT}
 * @param domain where the files are: {@code S3} or {@code EFS}
 * @param identityProviderType who knows its users, such as {@code SERVICE_MANAGED}
 * @param loggingRole what it acts as where it writes the older kind of log
 * @param userCount how many users the service itself keeps for it; empty where AWS does not say
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/APIReference/API_ListedServer.html">ListedServer</a>
 */
@CloudFormationType("AWS::Transfer::Server")
public record Server(
        Identity identity,
        String state,
        String endpointType,
        String domain,
        String identityProviderType,
        Optional<Arn> loggingRole,
        Optional<Integer> userCount,
        Observed<ServerDescription> description)
        implements Resource {
    private static final String INTERNET = "PUBLIC";
    private static final String IN_VPC = "VPC";
    private static final String EFS = "EFS";
    private static final String OWN_USERS = "SERVICE_MANAGED";

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                loggingRole.stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)),
                description.asOptional().stream()
                        .flatMap(known -> Stream.concat(
                                known.subnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                                known.logDestinations().stream()
                                        .map(group -> new Edge(arn(), Relation.LOGS_TO, group)))));
    }

    /** {@return whether it answers everybody on the internet, with no security group before it} */
    public boolean isOnInternet() {
        return endpointType.equals(INTERNET);
    }

    /** {@return whether it stands in subnets of the account's} */
    public boolean isInVpc() {
        return endpointType.equals(IN_VPC);
    }

    /** {@return whether its files are in a file system, and not in buckets} */
    public boolean isOnFileSystem() {
        return domain.equals(EFS);
    }

    /** {@return whether AWS says how many may use it: of users that others keep it knows nothing} */
    public boolean countsUsers() {
        return identityProviderType.equals(OWN_USERS) && userCount.isPresent();
    }

    /** {@return whether nobody may use it} */
    public boolean hasNoUsers() {
        return countsUsers() && userCount.get() == 0;
    }
}
