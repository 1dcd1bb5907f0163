package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.OpenValue;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of IPv4 or IPv6 addresses in CIDR notation.
 *
 * <p>What is no such range is refused with an {@link IllegalArgumentException}, lest a mistake read as harmless. The JDK
 * parses the address: nothing here asks more of a range than where it begins and ends.
 *
 * @param value as AWS sends it, such as {@code 10.0.0.0/16} or {@code 2001:db8::/32}
 */
public record IpRange(String value) implements OpenValue {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}");
    private static final Pattern IPV6 = Pattern.compile("[\\p{XDigit}:.]*:[\\p{XDigit}:.]*/\\d{1,3}");

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_BITS = 32;

    /** That of an IPv6 range whose end is written as an IPv4 address. */
    private static final int LONGEST = 49;

    public IpRange {
        if (!isPlainIpv4(value)
                && (value.length() > LONGEST
                        || !IPV4.matcher(value).matches()
                                && !IPV6.matcher(value).matches()
                        || prefixLength(value) > bits(value)
                        || address(value).length * 8 != bits(value))) {
            throw new IllegalArgumentException("'" + Excerpt.of(value, 2 * LONGEST) + "' is no range of IP addresses");
        }
    }

    /** Says of nearly all ranges that they are ones, without regular expressions: an inventory has millions. */
    private static boolean isPlainIpv4(String text) {
        int number = 0;
        int digits = 0;
        int parts = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= '0' && letter <= '9') {
                number = number * 10 + letter - '0';
                if (++digits > 3 || number > 255) {
                    return false;
                }
            } else if (digits > 0 && letter == (parts == IPV4_BYTES - 1 ? '/' : '.') && parts < IPV4_BYTES) {
                parts++;
                number = 0;
                digits = 0;
            } else {
                return false;
            }
        }
        return parts == IPV4_BYTES && digits > 0 && digits < 3 && number <= IPV4_BITS;
    }

    /** {@return whether these are IPv6 addresses} */
    public boolean isIpv6() {
        return value.indexOf(':') >= 0;
    }

    /** {@return whether these are all addresses of their family, however that is spelt} */
    public boolean isEverything() {
        return prefixLength(value) == 0;
    }

    /** {@return how many IPv4 addresses these are} */
    long addresses() {
        return 1L << IPV4_BITS - prefixLength(value);
    }

    /** {@return how much of all addresses of its family these are, from nearly 0 to 1} */
    double share() {
        return Math.scalb(1.0, -prefixLength(value));
    }

    /** {@return whether each address of another range is in this one} */
    public boolean covers(IpRange other) {
        return isIpv6() == other.isIpv6()
                && first().compareTo(other.first()) <= 0
                && first().add(size()).compareTo(other.first().add(other.size())) >= 0;
    }

    /** {@return whether some ranges of one family together are all of its addresses, as two halves are} */
    public static boolean areEverything(Stream<IpRange> ranges) {
        List<IpRange> all = ranges.toList();
        if (!mayBeEverything(all)) {
            return false;
        }
        List<IpRange> sorted =
                all.stream().sorted(Comparator.comparing(IpRange::first)).toList();
        BigInteger next = BigInteger.ZERO;
        for (IpRange range : sorted) {
            if (range.isEverything()) {
                return true;
            }
            if (range.first().compareTo(next) > 0) {
                return false;
            }
            next = next.max(range.first().add(range.size()));
        }
        return !sorted.isEmpty() && next.equals(BigInteger.ONE.shiftLeft(bits(sorted.get(0).value)));
    }

    /** {@return whether some ranges of one family are as many addresses as there are: without that they cannot be all of them} */
    static boolean mayBeEverything(List<IpRange> ranges) {
        double share = 0;
        for (IpRange range : ranges) {
            share += range.share();
        }
        return share >= 1;
    }

    /** The first address; bits beyond the prefix do not count, as AWS ignores them. */
    private BigInteger first() {
        int free = bits(value) - prefixLength(value);
        return new BigInteger(1, address(value)).shiftRight(free).shiftLeft(free);
    }

    private BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits(value) - prefixLength(value));
    }

    private static int bits(String range) {
        return range.indexOf(':') >= 0 ? 128 : 32;
    }

    private static int prefixLength(String range) {
        return Integer.parseInt(range, range.indexOf('/') + 1, range.length(), 10);
    }

    private static byte[] address(String range) {
        String literal = range.substring(0, range.indexOf('/'));
        try {
            // A colon, or digits and dots alone, make it a literal, which is never looked up by name.
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + range + "' is no range of IP addresses", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
