package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An endpoint that answers requests with models, listed by {@code sagemaker:ListEndpoints}; one that is being deleted is none
 * any more.
 *
 * @param status such as {@code InService}
 * @param deployment what {@code sagemaker:DescribeEndpoint} says of how it was deployed
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html">DescribeEndpoint</a>
 */
@CloudFormationType("AWS::SageMaker::Endpoint")
public record Endpoint(Identity identity, String status, Observed<Deployment> deployment) implements Resource {
    /** Holds where no alarm takes a deployment back. */
    public static final Predicate<Deployment> WITHOUT_ROLLBACK = deployment -> !deployment.rollsBack();

    /** Holds where AWS sees to the instances. */
    public static final Predicate<Deployment> SERVERLESS = Deployment::serverless;

    /**
     * How it was deployed.
     *
     * @param config what it runs on
     * @param serverless whether all its variants are serverless
     * @param rollsBack whether alarms take a deployment back that goes wrong
     */
    public record Deployment(Arn config, boolean serverless, boolean rollsBack) {}

    @Override
    public Stream<Edge> edges() {
        return deployment.asOptional().stream().map(known -> new Edge(arn(), Relation.CONFIGURED_BY, known.config()));
    }
}
