package io.awsaudit.collectors.bedrock;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.bedrock.Guardrail;
import io.awsaudit.inventory.bedrock.Guardrail.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GuardrailContentFilter;
import software.amazon.awssdk.services.bedrock.model.GuardrailContentFilterType;
import software.amazon.awssdk.services.bedrock.model.GuardrailContentPolicy;
import software.amazon.awssdk.services.bedrock.model.GuardrailStatus;
import software.amazon.awssdk.services.bedrock.model.GuardrailSummary;

/** Reads guardrails. */
final class GuardrailCollector implements Collector<Guardrail> {
    private static final Operation LIST = Operation.of("bedrock:ListGuardrails").pages(Bedrock.PAGE);
    private static final Detail SETTINGS = Detail.of(Guardrail.class, "settings", "bedrock:GetGuardrail");
    private static final Detail TAGS = Detail.of(Guardrail.class, "tags", Bedrock.LIST_TAGS);

    @Override
    public Set<Class<? extends Guardrail>> yields() {
        return Set.of(Guardrail.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Guardrail> collect(Reads reads) {
        BedrockClient bedrock = reads.client(Bedrock.CLIENT);
        return reads.each(
                Guardrail.class,
                reads.pages(
                                LIST,
                                () -> bedrock.listGuardrailsPaginator(request -> request.maxResults(Bedrock.PAGE))
                                        .guardrails())
                        .filter(listed -> listed.status() != GuardrailStatus.DELETING),
                listed -> new Arn(listed.arn()),
                listed -> read(listed, bedrock, reads));
    }

    private static Guardrail read(GuardrailSummary listed, BedrockClient bedrock, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Guardrail(
                Bedrock.identity(arn, Bedrock.text(listed.name()).orElse(listed.id()), TAGS, bedrock, reads),
                Bedrock.text(listed.statusAsString()).orElse(""),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.id(), bedrock)));
    }

    private static Settings settingsOf(String id, BedrockClient bedrock) {
        var sent = bedrock.getGuardrail(request -> request.guardrailIdentifier(id));
        return new Settings(
                Optional.ofNullable(sent.contentPolicy()).map(GuardrailContentPolicy::filters).stream()
                        .flatMap(List::stream)
                        .filter(filter -> filter.type() == GuardrailContentFilterType.PROMPT_ATTACK)
                        .filter(filter -> !Boolean.FALSE.equals(filter.inputEnabled()))
                        .map(GuardrailContentFilter::inputStrengthAsString)
                        .flatMap(strength -> Bedrock.text(strength).stream())
                        .findFirst(),
                sent.sensitiveInformationPolicy() != null
                        && (!sent.sensitiveInformationPolicy().piiEntities().isEmpty()
                                || !sent.sensitiveInformationPolicy().regexes().isEmpty()),
                Bedrock.text(sent.kmsKeyArn()).map(Arn::new));
    }
}
