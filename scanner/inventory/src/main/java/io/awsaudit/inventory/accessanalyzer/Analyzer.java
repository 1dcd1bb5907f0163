package io.awsaudit.inventory.accessanalyzer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.util.function.Predicate;

/**
 * An analyzer of IAM Access Analyzer, read by {@code access-analyzer:ListAnalyzers} but for its findings.
 *
 * <p>An organisation's analyzer is listed only in the account that holds it, not in the accounts that it watches.
 *
 * @param analyzerType AWS calls it {@code type}, which every resource here has already
 * @param activeFindings how many of its findings are neither resolved nor archived
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html">AnalyzerSummary</a>
 */
@CloudFormationType("AWS::AccessAnalyzer::Analyzer")
public record Analyzer(Identity identity, Type analyzerType, Status status, Observed<Integer> activeFindings)
        implements Resource {
    /** Holds where there is something to look at. */
    public static final Predicate<Integer> SOME = findings -> findings > 0;

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
        return isActive() && isOfExternalAccess();
    }

    /** {@return whether it is at work and looks for permissions that nobody uses} */
    public boolean findsUnusedAccess() {
        return isActive() && isOfUnusedAccess();
    }

    /** {@return whether it is at work} */
    public boolean isActive() {
        return status.equals(Status.ACTIVE);
    }

    /** {@return whether it works no more} */
    public boolean isBroken() {
        return status.equals(Status.DISABLED) || status.equals(Status.FAILED);
    }

    /** {@return whether it looks for access from outside, if it works} */
    public boolean isOfExternalAccess() {
        return analyzerType.equals(Type.ACCOUNT) || analyzerType.equals(Type.ORGANIZATION);
    }

    /** {@return whether it looks for permissions that nobody uses, if it works} */
    public boolean isOfUnusedAccess() {
        return analyzerType.equals(Type.ACCOUNT_UNUSED_ACCESS) || analyzerType.equals(Type.ORGANIZATION_UNUSED_ACCESS);
    }
}
