package io.awsaudit.collectors;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parses policy documents with the SDK's IAM policy reader into the normalised model. */
public final class Policies {
    /** Of two elements with one name a parser keeps one, and AWS refuses both: such a text is no policy. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Many times what any service of AWS takes. */
    private static final int LONGEST = 1_000_000;

    private Policies() {}

    /**
     * Parses a policy document.
     *
     * @throws RuntimeException when it is no policy, which {@link Reads#observe} turns into an unknown setting
     */
    public static Policy parse(String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("a policy of " + json.length() + " characters");
        }
        IamPolicy policy = IamPolicy.fromJson(normalised(json));
        return new Policy(policy.statements().stream().map(Policies::statement).toList());
    }

    /**
     * Parses a policy that came with a listing, so that one that cannot be read does not hide what was listed with it.
     *
     * @param listing what it came with
     * @return {@link Policy#NONE} where there is no document, unknown where it is no policy
     */
    public static Observed<Policy> listed(@Nullable String document, Operation listing) {
        return document == null || document.isBlank()
                ? Observed.known(Policy.NONE)
                : listed(() -> parse(document), listing);
    }

    /** Makes something of what came with a listing, as {@link #listed(String, Operation)} does of one document. */
    public static <T> Observed<T> listed(Supplier<T> parse, Operation listing) {
        try {
            return Observed.known(parse.get());
        } catch (RuntimeException e) {
            return Observed.unknown(new Gap(
                    Gap.Cause.MALFORMED, listing.id(), Optional.empty(), "a policy document is not understood"));
        }
    }

    /** Parses a document that IAM's API sends URL-encoded (RFC 3986). */
    public static Policy parseEncoded(String encoded) {
        // RFC 3986 leaves "+" alone, which URLDecoder takes for a space.
        return parse(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    /** The SDK's reader wants strings where IAM also takes booleans and numbers, as in {@code "aws:SecureTransport": false}. */
    private static String normalised(String json) {
        JsonNode tree = JSON.readTree(json);
        JsonNode statements = tree.path("Statement");
        for (JsonNode statement : statements.isArray() ? List.copyOf(statements.values()) : List.of(statements)) {
            for (JsonNode operator : List.copyOf(statement.path("Condition").values())) {
                if (operator instanceof ObjectNode keys) {
                    List.copyOf(keys.propertyNames()).forEach(key -> keys.set(key, asText(keys.get(key))));
                }
            }
        }
        return tree.toString();
    }

    private static JsonNode asText(JsonNode value) {
        if (value instanceof ArrayNode values) {
            ArrayNode texts = JSON.createArrayNode();
            values.forEach(element -> texts.add(element.asString("")));
            // The SDK's reader drops a condition without values, which would widen the statement.
            return texts.isEmpty() ? texts.add("") : texts;
        }
        return value.isValueNode() ? JSON.getNodeFactory().stringNode(value.asString("")) : value;
    }

    private static Statement statement(IamStatement statement) {
        if (!statement.effect().equals(IamEffect.ALLOW) && !statement.effect().equals(IamEffect.DENY)) {
            throw new IllegalArgumentException(
                    "No such effect: " + statement.effect().value());
        }
        boolean notPrincipals = !statement.notPrincipals().isEmpty();
        return new Statement(
                Optional.ofNullable(statement.sid()).filter(sid -> !sid.isBlank()),
                statement.effect().equals(IamEffect.ALLOW),
                notPrincipals,
                (notPrincipals ? statement.notPrincipals() : statement.principals())
                        .stream()
                                .map(principal -> new Principal(principal.type().value(), principal.id()))
                                .toList(),
                patterns(
                        statement.actions().stream()
                                .map(action -> action.value())
                                .toList(),
                        statement.notActions().stream()
                                .map(action -> action.value())
                                .toList()),
                patterns(
                        statement.resources().stream()
                                .map(resource -> resource.value())
                                .toList(),
                        statement.notResources().stream()
                                .map(resource -> resource.value())
                                .toList()),
                statement.conditions().stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                condition -> List.of(
                                        condition.operator().value(),
                                        condition.key().value()),
                                java.util.LinkedHashMap::new,
                                java.util.stream.Collectors.mapping(
                                        condition -> condition.value(), java.util.stream.Collectors.toList())))
                        .entrySet()
                        .stream()
                        .map(entry -> new Condition(
                                entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                        .toList());
    }

    private static Patterns patterns(List<String> wanted, List<String> unwanted) {
        return unwanted.isEmpty() ? new Patterns(false, wanted) : new Patterns(true, unwanted);
    }
}
