package io.awsaudit.inventory.ecr;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Wildcard;
import java.util.List;
import java.util.Set;

/**
 * How a region's private registry scans images for vulnerabilities; every region of an account has one. AWS defines no ARN for
 * it, so it has the form {@code arn:aws:ecr:REGION:ACCOUNT:registry-scanning-configuration}.
 *
 * @param scanType what scans: ECR itself, or Amazon Inspector
 * @param rules which repositories are scanned, and when; with none, repositories have settings of their own, which count with
 *     {@link ScanType#BASIC} alone
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningConfiguration.html">RegistryScanningConfiguration</a>
 */
@CloudFormationType("AWS::ECR::RegistryScanningConfiguration")
public record RegistryScanningConfiguration(Identity identity, ScanType scanType, List<Rule> rules)
        implements Resource {
    public RegistryScanningConfiguration {
        rules = List.copyOf(rules);
    }

    /** What scans. */
    public record ScanType(String value) implements OpenValue {
        /** Scans by ECR itself, of what the operating system's package manager installed. */
        public static final ScanType BASIC = new ScanType("BASIC");
        /** Scans by Amazon Inspector, of programming languages' packages, too. */
        public static final ScanType ENHANCED = new ScanType("ENHANCED");
    }

    /**
     * A rule.
     *
     * @param scanFrequency such as {@code SCAN_ON_PUSH}
     * @param filters which repositories it is for
     * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html">Filters</a>
     */
    public record Rule(String scanFrequency, List<String> filters) {
        private static final Set<String> BY_ITSELF = Set.of("SCAN_ON_PUSH", "CONTINUOUS_SCAN");

        public Rule {
            filters = List.copyOf(filters);
        }

        boolean scans(String repository) {
            return BY_ITSELF.contains(scanFrequency)
                    && filters.stream().anyMatch(filter -> matches(filter, repository));
        }

        /** A filter without a wildcard matches all names that contain it. */
        private static boolean matches(String filter, String repository) {
            return filter.contains("*") ? Wildcard.matches(filter, repository) : repository.contains(filter);
        }
    }

    /** {@return whether images that are pushed to a repository of this registry are scanned without anybody asking for it} */
    public boolean scans(Repository repository) {
        return rules.stream().anyMatch(rule -> rule.scans(repository.name()))
                || rules.isEmpty() && scanType.equals(ScanType.BASIC) && repository.scanOnPush();
    }
}
