package io.awsaudit.inventory.accessanalyzer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;

/**
 * An analyzer of IAM Access Analyzer, read whole by {@code access-analyzer:ListAnalyzers}.
 *
 * <p>An organisation's analyzer is listed only in the account that holds it, not in the accounts that it watches.
 *
 * @param analyzerType AWS calls it {@code type}, which every resource here has already
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html">AnalyzerSummary</a>
 */
@CloudFormationType("AWS::AccessAnalyzer::Analyzer")
public record Analyzer(Identity identity, Type analyzerType, Status status) implements Resource {
    /** What an analyzer looks for, and whether in an account or in an organisation. */
    public record Type(String value) implements OpenValue {
        public static final Type ACCOUNT = new Type("ACCOUNT");
        public static final Type ACCOUNT_INTERNAL_ACCESS = new Type("ACCOUNT_INTERNAL_ACCESS");
        public static final Type ACCOUNT_UNUSED_ACCESS = new Type("ACCOUNT_UNUSED_ACCESS");
        public static final Type ORGANIZATION = new Type("ORGANIZATION");
        public static final Type ORGANIZATION_INTERNAL_ACCESS = new Type("ORGANIZATION_INTERNAL_ACCESS");
        public static final Type ORGANIZATION_UNUSED_ACCESS = new Type("ORGANIZATION_UNUSED_ACCESS");
    }

    /** Whether an analyzer works. */
    public record Status(String value) implements OpenValue {
        public static final Status ACTIVE = new Status("ACTIVE");
        public static final Status CREATING = new Status("CREATING");
        public static final Status DISABLED = new Status("DISABLED");
        public static final Status FAILED = new Status("FAILED");
    }

    /** {@return whether it is at work and looks for access from outside} */
    public boolean findsExternalAccess() {
        return status.equals(Status.ACTIVE)
                && (analyzerType.equals(Type.ACCOUNT) || analyzerType.equals(Type.ORGANIZATION));
    }
}
