package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.OpenValue;
import java.util.Set;

/**
 * The type of an instance, such as {@code m7g.large}.
 *
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html">Instance types</a>
 */
public record InstanceType(String value) implements OpenValue {
    /** Whether a type has bandwidth of its own to EBS. */
    public enum EbsOptimization {
        /** Always, whatever the instance's setting says. */
        BY_DEFAULT,
        /** If the instance's setting says so. */
        OPTIONAL,
        /** Never. */
        UNSUPPORTED
    }

    /**
     * The families that AWS lists as previous generations, as of 2025; those that it has retired are among them.
     *
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/pg.html">Previous generation instances</a>
     */
    private static final Set<String> PREVIOUS_GENERATIONS = Set.of(
            "a1", "c1", "c3", "c4", "cc1", "cc2", "cg1", "cr1", "g2", "g3", "g3s", "hi1", "hs1", "i2", "m1", "m2", "m3",
            "m4", "p2", "r3", "r4", "t1");

    /**
     * The few old types on which EBS optimization is a setting; {@code ec2:DescribeInstanceTypes} calls it
     * {@code supported}, as of 2025.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html">EBS-optimized instances</a>
     */
    private static final Set<String> EBS_OPTIMIZABLE = Set.of(
            "c1.xlarge",
            "c3.xlarge",
            "c3.2xlarge",
            "c3.4xlarge",
            "g2.2xlarge",
            "i2.xlarge",
            "i2.2xlarge",
            "i2.4xlarge",
            "m1.large",
            "m1.xlarge",
            "m2.2xlarge",
            "m2.4xlarge",
            "m3.xlarge",
            "m3.2xlarge",
            "r3.xlarge",
            "r3.2xlarge",
            "r3.4xlarge");

    /** Families of which all other types cannot be EBS-optimized; every later family is by default. */
    private static final Set<String> WITHOUT_EBS_BANDWIDTH = Set.of(
            "c1", "c3", "cc1", "cc2", "cg1", "cr1", "g2", "hi1", "hs1", "i2", "m1", "m2", "m3", "r3", "t1", "t2");

    /** {@return what stands before the dot, such as {@code m7g}} */
    public String family() {
        int dot = value.indexOf('.');
        return dot < 0 ? value : value.substring(0, dot);
    }

    /** {@return whether AWS has superseded the family and recommends another} */
    public boolean isPreviousGeneration() {
        return PREVIOUS_GENERATIONS.contains(family());
    }

    /** {@return whether instances of the type are, can be or cannot be EBS-optimized} */
    public EbsOptimization ebsOptimization() {
        if (EBS_OPTIMIZABLE.contains(value)) {
            return EbsOptimization.OPTIONAL;
        }
        return WITHOUT_EBS_BANDWIDTH.contains(family()) ? EbsOptimization.UNSUPPORTED : EbsOptimization.BY_DEFAULT;
    }
}
