package io.awsaudit.collectors.elasticloadbalancingv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.elasticloadbalancingv2.Action;
import io.awsaudit.inventory.elasticloadbalancingv2.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** The client of Elastic Load Balancing's second API, and how that words what several of its resources have. */
final class ElbV2 {
    static final AwsService<ElasticLoadBalancingV2Client> ELB =
            AwsService.of("elasticloadbalancingv2", ElasticLoadBalancingV2Client::builder);

    static final Operation DESCRIBE_LOAD_BALANCERS =
            operation("DescribeLoadBalancers").pages(400).shared();

    /** As many as AWS gives at a time. */
    static final int PAGE = 400;

    /** As many as DescribeTags takes at a time. */
    private static final int TAGGED = 20;

    private static final String[] GONE = {"LoadBalancerNotFound", "ListenerNotFound", "TargetGroupNotFound"};

    /** Something listed, and the tags that came in one answer with those of its neighbours. */
    record Tagged<T>(T listed, Arn arn, Supplier<Map<Arn, Map<String, String>>> tags) {}

    private ElbV2() {}

    /** Lists the load balancers of a region. */
    static Stream<LoadBalancer> loadBalancers(Reads reads) {
        return reads.sharedPages(
                DESCRIBE_LOAD_BALANCERS,
                () -> reads.client(ELB)
                        .describeLoadBalancersPaginator(request -> request.pageSize(PAGE))
                        .loadBalancers());
    }

    /** Returns an operation: both APIs have names of operations in common, and share their IAM actions. */
    static Operation operation(String name) {
        return Operation.of("elasticloadbalancingv2:" + name).needing("elasticloadbalancing:" + name);
    }

    static Detail detail(Class<? extends Resource> type, String component, String operation) {
        return new Detail(type, component, operation(operation));
    }

    /** Returns what is listed, each with the call for its tags and those of its neighbours. */
    static <T> Stream<Tagged<T>> tagged(
            Stream<T> listed, Function<T, String> arn, ElasticLoadBalancingV2Client client) {
        return Batches.of(
                        listed,
                        TAGGED,
                        part -> tagsOf(
                                part.stream()
                                        .map(item -> new Arn(arn.apply(item)))
                                        .toList(),
                                client))
                .map(item -> new Tagged<>(item.value(), new Arn(arn.apply(item.value())), item.answer()));
    }

    /** Reads the tags of a thing: alone, where one of its neighbours is gone and so there is no answer for any of them. */
    static Observed<Map<String, String>> tags(
            Detail detail, Tagged<?> item, ElasticLoadBalancingV2Client client, Reads reads) {
        return reads.observe(detail, item.arn(), () -> {
            Map<Arn, Map<String, String>> shared = Answers.orIfAbsent(item.tags(), Map.of(), GONE);
            return shared.containsKey(item.arn())
                    ? shared.get(item.arn())
                    : tagsOf(List.of(item.arn()), client).get(item.arn());
        });
    }

    private static Map<Arn, Map<String, String>> tagsOf(List<Arn> arns, ElasticLoadBalancingV2Client client) {
        return client
                .describeTags(request ->
                        request.resourceArns(arns.stream().map(Arn::value).toList()))
                .tagDescriptions()
                .stream()
                .collect(Collectors.toMap(
                        description -> new Arn(description.resourceArn()),
                        description -> description.tags().stream()
                                .collect(Collectors.toMap(
                                        Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one)),
                        (one, other) -> one));
    }

    static Optional<Protocol> protocol(@Nullable String name) {
        return Optional.ofNullable(name).filter(word -> !word.isEmpty()).map(Protocol::new);
    }

    static List<Action> actions(List<software.amazon.awssdk.services.elasticloadbalancingv2.model.Action> actions) {
        return actions.stream().map(ElbV2::action).toList();
    }

    private static Action action(software.amazon.awssdk.services.elasticloadbalancingv2.model.Action action) {
        Stream<String> one = Stream.ofNullable(action.targetGroupArn());
        Stream<String> several = action.forwardConfig() == null
                ? Stream.empty()
                : action.forwardConfig().targetGroups().stream().map(TargetGroupTuple::targetGroupArn);
        return new Action(
                new Action.Type(Answers.sent(action.typeAsString(), "Type")),
                Optional.ofNullable(action.redirectConfig()).flatMap(redirect -> protocol(redirect.protocol())),
                Stream.concat(one, several).distinct().sorted().map(Arn::new).toList());
    }
}
