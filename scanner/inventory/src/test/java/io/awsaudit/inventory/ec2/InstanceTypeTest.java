package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.ec2.InstanceType.EbsOptimization;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTypeTest {
    @ParameterizedTest
    @CsvSource({
        "m7g.large,    BY_DEFAULT,  false",
        "u-6tb1.metal, BY_DEFAULT,  false",
        "m4.large,     BY_DEFAULT,  true",
        "m3.xlarge,    OPTIONAL,    true",
        "m3.medium,    UNSUPPORTED, true",
        "t2.micro,     UNSUPPORTED, false",
        "t3.micro,     BY_DEFAULT,  false",
        "z99,          BY_DEFAULT,  false",
    })
    void theGenerationAndTheBandwidthToEbsFollowFromTheType(String type, EbsOptimization ebs, boolean previous) {
        assertThat(new InstanceType(type).ebsOptimization()).isEqualTo(ebs);
        assertThat(new InstanceType(type).isPreviousGeneration()).isEqualTo(previous);
    }

    @ParameterizedTest
    @CsvSource({
        "m5.large, m7g.large",
        "m6i.16xlarge, m7g.16xlarge",
        "c7i-flex.xlarge, c7g.xlarge",
        "r5d.2xlarge, r7gd.2xlarge",
        "c5n.4xlarge, c7gn.4xlarge",
        "t2.nano, t4g.nano",
        "t3a.2xlarge, t4g.2xlarge",
        "c5.9xlarge, ",
        "m5.metal, ",
        "m6i.32xlarge, ",
        "m7g.large, ",
        "t4g.micro, ",
        "p5.48xlarge, ",
        "i3.large, ",
        "m5n.large, ",
        "m1.large, ",
        "z99, "
    })
    void theSameSizeOnGravitonIsToldWhereThereIsOne(String type, String graviton) {
        assertThat(new InstanceType(type).graviton()).isEqualTo(Optional.ofNullable(graviton));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "db.m5.large, db., '', db.m7g.large",
                "db.serverless, db., '', -",
                "r5.large.search, '', .search, r7g.large.search",
                "cache.t3.micro, cache., '', cache.t4g.micro",
                "m5.large, db., '', -",
                "db., db., '', -"
            })
    void servicesWriteMoreAroundTheType(String type, String prefix, String suffix, String graviton) {
        assertThat(InstanceType.gravitonOf(type, prefix, suffix)).isEqualTo(Optional.ofNullable(graviton));
    }
}
