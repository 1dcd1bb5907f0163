package io.awsaudit.inventory.trustedadvisor;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * What a check of Trusted Advisor makes of the account, where AWS recommends action, read whole by {@code
 * trustedadvisor:ListRecommendations}. Those with which all is well are not kept.
 *
 * <p>CloudFormation has no such type; the name is the API's.
 *
 * @param pillars such as {@code fault_tolerance}
 * @param resources how many resources it is about
 * @see <a
 *     href="https://docs.aws.amazon.com/trustedadvisor/latest/APIReference/API_RecommendationSummary.html">RecommendationSummary</a>
 */
@CloudFormationType("AWS::TrustedAdvisor::Recommendation")
public record Recommendation(Identity identity, Status status, List<Pillar> pillars, long resources)
        implements Resource {
    /** How urgent it is. */
    public record Status(String value) implements OpenValue {
        public static final Status ERROR = new Status("error");
        public static final Status WARNING = new Status("warning");
    }

    /** What it is about. */
    public record Pillar(String value) implements OpenValue {
        public static final Pillar COST_OPTIMIZING = new Pillar("cost_optimizing");
        public static final Pillar FAULT_TOLERANCE = new Pillar("fault_tolerance");
        public static final Pillar PERFORMANCE = new Pillar("performance");
        public static final Pillar SECURITY = new Pillar("security");
        public static final Pillar SERVICE_LIMITS = new Pillar("service_limits");
    }

    public Recommendation {
        pillars = List.copyOf(pillars);
    }

    /** {@return whether it is one of the most urgent about a subject} */
    public boolean urgesOf(Pillar pillar) {
        return status.equals(Status.ERROR) && pillars.contains(pillar);
    }

    /** {@return whether it is about a subject, however urgent} */
    public boolean warnsOf(Pillar pillar) {
        return pillars.contains(pillar);
    }

    /** {@return its name and how many resources it is about, as evidence} */
    public String words() {
        return name() + " (" + status.value() + ", resources: " + resources + ")";
    }
}
