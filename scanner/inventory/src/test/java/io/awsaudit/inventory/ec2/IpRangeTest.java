package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.1.2.3/0", "::/0", "0:0:0:0:0:0:0:0/0", "::0/0", "2001:db8::1/0", "0::/00"})
    void anyAddressWithoutAPrefixIsEverything(String range) {
        assertThat(new IpRange(range).isEverything()).isTrue();
        assertThat(IpRange.areEverything(Stream.of(new IpRange(range)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/1", "0.0.0.0/8", "0.0.0.0/32", "::/1", "::/128", "10.0.0.0/8", "fd00::/8"})
    void whatHasAPrefixIsNotEverything(String range) {
        assertThat(new IpRange(range).isEverything()).isFalse();
        assertThat(IpRange.areEverything(Stream.of(new IpRange(range)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.8.0.0/16, 10.8.0.0/16, true",
        "10.0.0.0/8, 10.8.0.0/16, true",
        "10.8.3.7/16, 10.8.0.0/17, true",
        "0.0.0.0/0, 10.8.0.0/16, true",
        "2001:db8::/32, 2001:db8:1::/48, true",
        "10.8.0.0/17, 10.8.0.0/16, false",
        "10.9.0.0/16, 10.8.0.0/16, false",
        "::/0, 10.8.0.0/16, false",
    })
    void aRangeCoversThoseWithin(String range, String other, boolean covers) {
        assertThat(new IpRange(range).covers(new IpRange(other))).isEqualTo(covers);
    }

    @Test
    void twoHalvesAreEverythingInAnyOrder() {
        assertThat(areEverything("128.0.0.0/1", "0.0.0.0/1")).isTrue();
        assertThat(areEverything("8000::/1", "::/1")).isTrue();
        assertThat(areEverything("0.0.0.0/2", "64.0.0.0/2", "10.0.0.0/8", "128.0.0.0/1"))
                .isTrue();
        assertThat(areEverything("0.0.0.0/1", "192.0.0.0/2", "0.0.0.1/32", "129.0.0.0/2"))
                .isTrue(); // bits beyond the prefix
    }

    @Test
    void aHoleIsNotEverything() {
        assertThat(areEverything("0.0.0.0/1", "192.0.0.0/2")).isFalse();
        assertThat(areEverything("128.0.0.0/1", "64.0.0.0/2")).isFalse();
        assertThat(areEverything("0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3", "224.0.0.0/4"))
                .isFalse();
        assertThat(areEverything()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0.0.0.0",
                "0.0.0.0/33",
                "256.0.0.0/8",
                "10.0.0/8",
                "::/129",
                ":::/0",
                "example.com/0",
                "g::/0",
                "::ffff:10.0.0.0/104"
            })
    void whatIsNoRangeIsRefused(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IpRange(range))
                .withMessageContaining(range);
    }

    private static boolean areEverything(String... ranges) {
        return IpRange.areEverything(Stream.of(ranges).map(IpRange::new));
    }
}
