package io.awsaudit.collectors.elasticbeanstalk;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.elasticbeanstalk.Application;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationResourceLifecycleConfig;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionLifecycleConfig;

/** Reads the applications of a region, which AWS gives all at once. */
final class ApplicationCollector implements Collector<Application> {
    private static final Operation DESCRIBE_APPLICATIONS = Operation.of("elasticbeanstalk:DescribeApplications");
    private static final Detail TAGS = Detail.of(Application.class, "tags", ElasticBeanstalk.LIST_TAGS);

    @Override
    public Set<Class<? extends Application>> yields() {
        return Set.of(Application.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_APPLICATIONS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Application> collect(Reads reads) {
        return reads.each(
                Application.class,
                reads.pages(
                        DESCRIBE_APPLICATIONS,
                        () -> reads.client(ElasticBeanstalk.CLIENT)
                                .describeApplications(request -> {})
                                .applications()),
                application -> arnOf(application, reads),
                application -> read(application, reads));
    }

    private static Arn arnOf(ApplicationDescription listed, Reads reads) {
        return listed.applicationArn() == null
                ? reads.arn("elasticbeanstalk", "application/" + listed.applicationName())
                : new Arn(listed.applicationArn());
    }

    private static Application read(ApplicationDescription listed, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new Application(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.applicationName(),
                        reads.observe(TAGS, arn, () -> ElasticBeanstalk.tags(arn, reads))),
                listed.versions().size(),
                Optional.ofNullable(listed.resourceLifecycleConfig())
                        .map(ApplicationResourceLifecycleConfig::versionLifecycleConfig)
                        .filter(ApplicationCollector::expires)
                        .isPresent());
    }

    private static boolean expires(ApplicationVersionLifecycleConfig rules) {
        return rules.maxCountRule() != null
                        && Boolean.TRUE.equals(rules.maxCountRule().enabled())
                || rules.maxAgeRule() != null
                        && Boolean.TRUE.equals(rules.maxAgeRule().enabled());
    }
}
