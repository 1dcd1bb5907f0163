package io.awsaudit.collectors.ssm;

import io.awsaudit.collectors.Answers;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
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
    private static final Operation DESCRIBE_PARAMETERS = Operation.of("ssm:DescribeParameters");
    private static final Detail SECRETS = Detail.of(Parameter.class, "secrets", "ssm:GetParameters");
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
        return reads.each(batches(listed.iterator()), batch -> read(batch, ssm, reads))
                .flatMap(List::stream);
    }

    private static Stream<List<ParameterMetadata>> batches(Iterator<ParameterMetadata> listed) {
        Iterator<List<ParameterMetadata>> batches = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return listed.hasNext();
            }

            @Override
            public List<ParameterMetadata> next() {
                List<ParameterMetadata> batch = new ArrayList<>();
                do {
                    batch.add(listed.next());
                } while (batch.size() < BATCH && listed.hasNext());
                return batch;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false);
    }

    private static List<Parameter> read(List<ParameterMetadata> batch, SsmClient ssm, Reads reads) {
        Secretive secretive = new Secretive(ssm, batch);
        return batch.stream()
                .map(parameter -> reads.held(Parameter.class, arnOf(parameter, reads))
                        .orElseGet(() -> read(parameter, secretive, ssm, reads)))
                .toList();
    }

    private static Parameter read(ParameterMetadata listed, Secretive secretive, SsmClient ssm, Reads reads) {
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
                        : reads.observe(SECRETS, arn, () -> secretive.of(listed.name())));
    }

    /** What a call finds in the values of some parameters; it is made when the first of them is asked for. */
    private static final class Secretive {
        private final SsmClient ssm;
        private final List<String> names;
        private @Nullable Map<String, List<Secret>> answer;
        private @Nullable RuntimeException failure;

        Secretive(SsmClient ssm, List<ParameterMetadata> parameters) {
            this.ssm = ssm;
            this.names = parameters.stream()
                    .filter(parameter -> typeOf(parameter).isPlain())
                    .map(ParameterMetadata::name)
                    .toList();
        }

        /** Returns null for a parameter that was deleted since it was listed. */
        @Nullable
        List<Secret> of(String name) {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                try {
                    answer = call();
                } catch (RuntimeException e) {
                    failure = e;
                    throw e;
                }
            }
            return answer.get(name);
        }

        private Map<String, List<Secret>> call() {
            Map<String, List<Secret>> secrets = new HashMap<>();
            ssm.getParameters(request -> request.names(names).withDecryption(false))
                    .parameters()
                    .forEach(parameter -> secrets.put(
                            parameter.name(),
                            Secrets.inSettings(Map.of(parameter.name(), Answers.sent(parameter.value(), "Value")))));
            return secrets;
        }
    }

    private static Parameter.Type typeOf(ParameterMetadata listed) {
        return new Parameter.Type(Answers.sent(listed.typeAsString(), "Type"));
    }

    private static Arn arnOf(ParameterMetadata listed, Reads reads) {
        return Parameter.arnOf(reads.partition(), reads.region(), reads.account(), listed.name());
    }
}
