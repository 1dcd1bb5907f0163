package io.awsaudit.collectors.detective;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.detective.Graph;
import io.awsaudit.inventory.detective.Graph.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.detective.DetectiveClient;
import software.amazon.awssdk.services.detective.model.MemberDetail;

/** Reads the behaviour graph that the account administers in a region, if it does. */
final class GraphCollector implements Collector<Graph> {
    private static final AwsService<DetectiveClient> DETECTIVE = AwsService.of("detective", DetectiveClient::builder);
    private static final int PAGE = 200;
    private static final Operation LIST = Operation.of("detective:ListGraphs").pages(PAGE);
    private static final Detail MEMBERS = Detail.of(Graph.class, "members", "detective:ListMembers");
    private static final Detail TAGS = Detail.of(Graph.class, "tags", "detective:ListTagsForResource");

    @Override
    public Set<Class<? extends Graph>> yields() {
        return Set.of(Graph.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(MEMBERS, TAGS);
    }

    @Override
    public Stream<Graph> collect(Reads reads) {
        DetectiveClient detective = reads.client(DETECTIVE);
        return reads.each(
                Graph.class,
                reads.pages(
                        LIST,
                        () -> detective.listGraphsPaginator(request -> request.maxResults(PAGE)).stream()
                                .flatMap(page -> page.graphList().stream())::iterator),
                graph -> new Arn(graph.arn()),
                graph -> read(new Arn(graph.arn()), detective, reads));
    }

    private static Graph read(Arn arn, DetectiveClient detective, Reads reads) {
        return new Graph(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        arn.lastSegment(),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> detective
                                        .listTagsForResource(request -> request.resourceArn(arn.value()))
                                        .tags())),
                reads.observe(
                        MEMBERS,
                        arn,
                        () ->
                                detective
                                        .listMembersPaginator(request ->
                                                request.graphArn(arn.value()).maxResults(PAGE))
                                        .stream()
                                        .flatMap(page -> page.memberDetails().stream())
                                        .map(GraphCollector::member)
                                        .toList()));
    }

    private static Member member(MemberDetail member) {
        return new Member(
                Answers.sent(member.accountId(), "AccountId"),
                Answers.sent(member.statusAsString(), "Status"),
                Optional.ofNullable(member.disabledReasonAsString()).orElse(""));
    }
}
