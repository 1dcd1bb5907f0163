package io.awsaudit.collectors.codedeploy;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.codedeploy.Application;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the applications of a region. */
final class ApplicationCollector implements Collector<Application> {
    private static final Detail TAGS = Detail.of(Application.class, "tags", CodeDeploy.LIST_TAGS);

    @Override
    public Set<Class<? extends Application>> yields() {
        return Set.of(Application.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(CodeDeploy.LIST_APPLICATIONS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Application> collect(Reads reads) {
        return reads.each(
                Application.class,
                CodeDeploy.applications(reads),
                name -> CodeDeploy.application(name, reads),
                name -> {
                    Arn arn = CodeDeploy.application(name, reads);
                    return new Application(new Identity(
                            arn,
                            reads.account(),
                            reads.region(),
                            name,
                            reads.observe(TAGS, arn, () -> CodeDeploy.tags(arn, reads))));
                });
    }
}
