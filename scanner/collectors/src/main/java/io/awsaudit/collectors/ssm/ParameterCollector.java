package io.awsaudit.collectors.ssm;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.ssm.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.Tag;

/**
 * Reads parameters. Of those that are not encrypted it reads the values too, ten with a call, and keeps only whether one looks
 * like a credential.
 *
 * <p>It is the one collector that calls {@code ssm:GetParameters}. It names no parameter of type {@code SecureString}, and
 * never asks for decryption, which no client of a scan lets pass.
 */
final class ParameterCollector implements Collector<Parameter> {
    private static final Operation DESCRIBE_PARAMETERS =
            Operation.of("ssm:DescribeParameters").pages(50);
    private static final Detail SECRETS =
            Detail.of(Parameter.class, "secrets", "ssm:GetParameters").batches(10);
    private static final Detail TAGS = Detail.of(Parameter.class, "tags", "ssm:ListTagsForResource");

    /** The most that AWS takes in a call. */
    private static final int BATCH = 10;

    @Override
    public Set<Class<? extends Parameter>> yields() {
        return Set.of(Parameter.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_PARAMETERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SECRETS, TAGS);
    }

    @Override
    public Stream<Parameter> collect(Reads reads) {
        SsmClient ssm = reads.client(Ssm.CLIENT);
        Stream<ParameterMetadata> listed = reads.pages(
                        DESCRIBE_PARAMETERS, () -> ssm.describeParametersPaginator(request -> request.maxResults(50)))
                .flatMap(page -> page.parameters().stream());
        return reads.each(
                Parameter.class,
                Batches.of(listed, BATCH, batch -> secretsOf(batch, ssm)),
                item -> arnOf(item.value(), reads),
                item -> read(item.value(), item.answer(), ssm, reads));
    }

    private static Parameter read(
            ParameterMetadata listed, Supplier<Map<String, List<Secret>>> secrets, SsmClient ssm, Reads reads) {
        Arn arn = arnOf(listed, reads);
        Parameter.Type type = typeOf(listed);
        Observed<Map<String, String>> tags = reads.observe(
                TAGS,
                arn,
                () -> ssm
                        .listTagsForResource(
                                request -> request.resourceType("Parameter").resourceId(listed.name()))
                        .tagList()
                        .stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one)));
        return new Parameter(
                new Identity(arn, reads.account(), reads.region(), listed.name(), tags),
                type,
                type.equals(Parameter.Type.SECURE_STRING)
                        ? Observed.known(List.of())
                        : reads.observe(SECRETS, arn, () -> secrets.get().get(listed.name())));
    }

    /** What is found in the values of some parameters, by name; one that was deleted since it was listed is not there. */
    private static Map<String, List<Secret>> secretsOf(List<ParameterMetadata> batch, SsmClient ssm) {
        List<String> names = batch.stream()
                .filter(parameter -> typeOf(parameter).isPlain())
                .map(ParameterMetadata::name)
                .toList();
        Map<String, List<Secret>> secrets = new HashMap<>();
        ssm.getParameters(request -> request.names(names).withDecryption(false))
                .parameters()
                .forEach(parameter -> secrets.put(
                        parameter.name(),
                        Secrets.inSettings(Map.of(parameter.name(), Answers.sent(parameter.value(), "Value")))));
        return secrets;
    }

    private static Parameter.Type typeOf(ParameterMetadata listed) {
        return new Parameter.Type(Answers.sent(listed.typeAsString(), "Type"));
    }

    private static Arn arnOf(ParameterMetadata listed, Reads reads) {
        return Parameter.arnOf(reads.partition(), reads.region(), reads.account(), listed.name());
    }
}
