package io.awsaudit.inventory.ssm;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * Whether what State Manager was to do on a machine was done, read by {@code ssm:ListResourceComplianceSummaries}; a machine without
 * such a summary was never looked at for it.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code
 * arn:aws:ssm:eu-west-1:123456789012:managed-instance/i-0abc/association-compliance}.
 *
 * @param machine the managed instance
 * @param nonCompliant how many items are not as they should be
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResourceComplianceSummaryItem.html">ResourceComplianceSummaryItem</a>
 */
@CloudFormationType("AWS::SSM::AssociationCompliance")
public record AssociationCompliance(Identity identity, Arn machine, ComplianceStatus status, int nonCompliant)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.WATCHES, machine));
    }
}
