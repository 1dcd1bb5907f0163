package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.OpenValue;
import java.util.Optional;
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
        return familyOf(value);
    }

    /** {@return what stands before the first dot of a type, such as {@code r7g} of {@code r7g.large.search}} */
    public static String familyOf(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /**
     * {@return the type of the same size with a processor of AWS's own that could take the place of one of x86; empty where
     * there is none, or nothing is told of the family}
     *
     * <p>Only families for general use, computing and memory are told of, and only sizes that both have.
     *
     * @param type as a service calls it
     * @param prefix that the service puts before it, such as {@code db.}
     * @param suffix that the service puts behind it, such as {@code .search}
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html">Instance types</a>
     */
    public static Optional<String> gravitonOf(String type, String prefix, String suffix) {
        if (!type.startsWith(prefix) || !type.endsWith(suffix)) {
            return Optional.empty();
        }
        String bare = type.substring(prefix.length(), Math.max(prefix.length(), type.length() - suffix.length()));
        String family = familyOf(bare);
        String size = bare.substring(Math.min(bare.length(), family.length() + 1));
        String sibling = null;
        if (family.matches("t[23]a?") && size.matches("nano|micro|small|medium|large|xlarge|2xlarge")) {
            sibling = "t4g";
        } else if (!size.matches("(2|4|8|12|16)?x?large")) {
            return Optional.empty();
        } else if (family.matches("[mcr]([45678]|[5678]a|[678]i|[78]i-flex)")) {
            sibling = family.charAt(0) + "7g";
        } else if (family.matches("[mcr](5d|5ad|6id)")) {
            sibling = family.charAt(0) + "7gd";
        } else if (family.matches("c(5n|6in)")) {
            sibling = "c7gn";
        }
        return Optional.ofNullable(sibling).map(found -> prefix + found + "." + size + suffix);
    }

    /** {@return the type with a processor of AWS's own that could take its place} */
    public Optional<String> graviton() {
        return gravitonOf(value, "", "");
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
