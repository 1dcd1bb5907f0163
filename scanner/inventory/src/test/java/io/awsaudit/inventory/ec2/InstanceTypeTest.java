package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.ec2.InstanceType.EbsOptimization;
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
}
