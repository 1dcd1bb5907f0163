package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.OpenValue;

/**
 * How an instance's metadata service answers programs that run on the instance.
 *
 * @param httpTokens whether a request needs a session token, which is IMDSv2
 * @param httpPutResponseHopLimit network hops that a token may travel; 1 keeps it on the instance
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html">InstanceMetadataOptionsResponse</a>
 */
public record MetadataOptions(HttpTokens httpTokens, HttpEndpoint httpEndpoint, int httpPutResponseHopLimit) {
    /** Whether session tokens are asked for. */
    public record HttpTokens(String value) implements OpenValue {
        public static final HttpTokens OPTIONAL = new HttpTokens("optional");
        public static final HttpTokens REQUIRED = new HttpTokens("required");
    }

    /** Whether the service answers at all. */
    public record HttpEndpoint(String value) implements OpenValue {
        public static final HttpEndpoint DISABLED = new HttpEndpoint("disabled");
        public static final HttpEndpoint ENABLED = new HttpEndpoint("enabled");
    }

    /** {@return whether the service answers requests without a session token, which is IMDSv1} */
    public boolean allowsVersion1() {
        return !httpEndpoint.equals(HttpEndpoint.DISABLED) && !httpTokens.equals(HttpTokens.REQUIRED);
    }

    /** {@return whether the service answers, and a session token may travel further than some hops} */
    public boolean letsTokensTravelBeyond(long hops) {
        return !httpEndpoint.equals(HttpEndpoint.DISABLED) && httpPutResponseHopLimit > hops;
    }
}
