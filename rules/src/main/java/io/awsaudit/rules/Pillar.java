package io.awsaudit.rules;

import java.util.Locale;

/**
 * A pillar of the AWS Well-Architected Framework.
 *
 * @see <a href="https://docs.aws.amazon.com/wellarchitected/latest/framework/the-pillars-of-the-framework.html">The pillars</a>
 */
public enum Pillar {
    OPERATIONAL_EXCELLENCE,
    SECURITY,
    RELIABILITY,
    PERFORMANCE_EFFICIENCY,
    COST_OPTIMIZATION,
    SUSTAINABILITY;

    /** {@return the pillar as files spell it, such as {@code cost-optimization}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
