package io.awsaudit.collectors.amplify;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.amplify.App;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.amplify.model.WafConfiguration;
import software.amazon.awssdk.services.amplify.model.WafStatus;

/** Reads the apps of a region; of variables only whether they hold a credential. */
final class AppCollector implements Collector<App> {
    @Override
    public Set<Class<? extends App>> yields() {
        return Set.of(App.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Amplify.LIST_APPS);
    }

    @Override
    public Stream<App> collect(Reads reads) {
        return Amplify.apps(reads).map(app -> read(app, reads));
    }

    private static App read(software.amazon.awssdk.services.amplify.model.App listed, Reads reads) {
        return new App(
                Identity.tagged(
                        new Arn(listed.appArn()),
                        reads.account(),
                        reads.region(),
                        listed.name() == null ? listed.appId() : listed.name(),
                        listed.tags()),
                listed.repository() != null && !listed.repository().isBlank(),
                Boolean.TRUE.equals(listed.enableBranchAutoDeletion()),
                Optional.ofNullable(listed.wafConfiguration())
                        .filter(AppCollector::isInForce)
                        .map(WafConfiguration::webAclArn)
                        .filter(acl -> !acl.isBlank())
                        .map(Arn::new),
                Secrets.inSettings(listed.environmentVariables()));
    }

    /** AWS names the web ACL also where it could not be put before the app, and while it is taken away. */
    private static boolean isInForce(WafConfiguration waf) {
        return waf.wafStatus() != WafStatus.ASSOCIATION_FAILED && waf.wafStatus() != WafStatus.DISASSOCIATING;
    }
}
