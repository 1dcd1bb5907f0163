package io.awsaudit.collectors.memorydb;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.memorydb.User;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the users of MemoryDB in a region. */
final class UserCollector implements Collector<User> {
    private static final Operation DESCRIBE =
            Operation.of("memorydb:DescribeUsers").ownPages(100);
    private static final Detail TAGS = Detail.of(User.class, "tags", "memorydb:ListTags");

    @Override
    public Set<Class<? extends User>> yields() {
        return Set.of(User.class);
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
    public Stream<User> collect(Reads reads) {
        Stream<software.amazon.awssdk.services.memorydb.model.User> listed = reads.pages(
                        DESCRIBE,
                        () -> reads.client(MemoryDb.CLIENT)
                                .describeUsersPaginator(request -> {})
                                .users())
                .filter(user -> !"deleting".equals(user.status()));
        return reads.each(User.class, listed, user -> new Arn(user.arn()), user -> read(user, reads));
    }

    private static User read(software.amazon.awssdk.services.memorydb.model.User user, Reads reads) {
        Arn arn = new Arn(user.arn());
        return new User(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        user.name(),
                        reads.observe(TAGS, arn, () -> MemoryDb.tagsOf(arn, reads))),
                MemoryDb.orEmpty(user.status()),
                Answers.sent(
                        Answers.sent(user.authentication(), "Authentication").typeAsString(), "Authentication.Type"),
                user.aclNames().stream().sorted().toList());
    }
}
