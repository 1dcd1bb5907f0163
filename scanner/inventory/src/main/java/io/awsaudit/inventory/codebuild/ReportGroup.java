package io.awsaudit.inventory.codebuild;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Optional;

/**
 * A group of test reports, read whole by {@code codebuild:BatchGetReportGroups}; one that is being deleted is none any more.
 *
 * @param export the bucket that raw results go to; empty where they go nowhere
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ReportGroup.html">ReportGroup</a>
 */
@CloudFormationType("AWS::CodeBuild::ReportGroup")
public record ReportGroup(Identity identity, Optional<S3Export> export) implements Resource {
    /** Raw results in a bucket. */
    public record S3Export(String bucket, boolean encrypted) {}

    /** {@return whether raw results go to a bucket, and are not encrypted there} */
    public boolean exportsInPlain() {
        return export.filter(results -> !results.encrypted()).isPresent();
    }
}
