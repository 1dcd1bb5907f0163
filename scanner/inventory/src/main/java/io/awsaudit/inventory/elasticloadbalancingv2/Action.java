package io.awsaudit.inventory.elasticloadbalancingv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.List;
import java.util.Optional;

/**
 * What a listener, or one of its rules, does with a request.
 *
 * @param redirectProtocol of a redirect: {@code HTTP}, {@code HTTPS}, or <code>#&#123;protocol&#125;</code>, which is that of
 *     the request
 * @param targetGroups where it forwards to
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html">Action</a>
 */
public record Action(Type type, Optional<Protocol> redirectProtocol, List<Arn> targetGroups) {
    /** The kind of an action. */
    public record Type(String value) implements OpenValue {
        public static final Type FIXED_RESPONSE = new Type("fixed-response");
        public static final Type FORWARD = new Type("forward");
        public static final Type REDIRECT = new Type("redirect");
    }

    public Action {
        targetGroups = List.copyOf(targetGroups);
    }

    /** {@return whether it sends clients to HTTPS, whatever they came with} */
    public boolean redirectsToHttps() {
        return type.equals(Type.REDIRECT) && redirectProtocol.equals(Optional.of(Protocol.HTTPS));
    }

    /** {@return whether it does no more than to answer with a text of its own} */
    public boolean isFixedResponse() {
        return type.equals(Type.FIXED_RESPONSE);
    }
}
