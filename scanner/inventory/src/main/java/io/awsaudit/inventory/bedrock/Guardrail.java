package io.awsaudit.inventory.bedrock;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What keeps models from saying and hearing what they should not, in its draft, listed by {@code bedrock:ListGuardrails}; one
 * that is being deleted is none any more.
 *
 * @param status such as {@code READY}
 * @param settings what {@code bedrock:GetGuardrail} adds
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetGuardrail.html">GetGuardrail</a>
 */
@CloudFormationType("AWS::Bedrock::Guardrail")
public record Guardrail(Identity identity, String status, Observed<Settings> settings) implements Resource {
    /** Holds of those that let prompts pass which are to make a model forget its orders. */
    public static final Predicate<Settings> OPEN_TO_ATTACKS = settings -> settings.promptAttackStrength()
            .filter(strength -> !strength.equals("NONE"))
            .isEmpty();

    /** Holds of those that look for no personal data. */
    public static final Predicate<Settings> BLIND_TO_PERSONAL_DATA = settings -> !settings.filtersPersonalData();

    /** Holds of those that are encrypted with a key of AWS's alone. */
    public static final Predicate<Settings> WITHOUT_KEY =
            settings -> settings.kmsKey().isEmpty();

    /**
     * What the listing leaves out.
     *
     * @param promptAttackStrength how prompts are filtered that are to make a model forget its orders: {@code NONE} to {@code
     *     HIGH}; empty where they are not
     * @param filtersPersonalData whether it looks for personal data, of kinds that AWS knows or by patterns
     */
    public record Settings(Optional<String> promptAttackStrength, boolean filtersPersonalData, Optional<Arn> kmsKey) {}

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().flatMap(Settings::kmsKey).stream()
                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }
}
