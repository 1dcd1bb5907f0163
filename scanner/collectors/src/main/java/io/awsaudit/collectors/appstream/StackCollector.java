package io.awsaudit.collectors.appstream;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.appstream.Stack;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.appstream.AppStreamClient;
import software.amazon.awssdk.services.appstream.model.DescribeStacksResponse;

/** Reads the stacks of a region. */
final class StackCollector implements Collector<Stack> {
    private static final Operation DESCRIBE = Operation.of("appstream:DescribeStacks");
    private static final Detail TAGS = Detail.of(Stack.class, "tags", "appstream:ListTagsForResource");

    @Override
    public Set<Class<? extends Stack>> yields() {
        return Set.of(Stack.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Stack> collect(Reads reads) {
        AppStreamClient client = reads.client(AppStream.CLIENT);
        return reads.each(
                Stack.class,
                reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> client.describeStacks(request -> request.nextToken(token)),
                                DescribeStacksResponse::stacks,
                                DescribeStacksResponse::nextToken)),
                stack -> new Arn(stack.arn()),
                stack -> read(stack, client, reads));
    }

    private static Stack read(
            software.amazon.awssdk.services.appstream.model.Stack listed, AppStreamClient client, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Stack(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Answers.sent(listed.name(), "Name"),
                        reads.observe(TAGS, arn, () -> AppStream.tagsOf(arn, client))),
                listed.userSettings().stream()
                        .map(setting -> new Stack.UserSetting(
                                Answers.sent(setting.actionAsString(), "Action"),
                                Answers.sent(setting.permissionAsString(), "Permission")))
                        .toList());
    }
}
