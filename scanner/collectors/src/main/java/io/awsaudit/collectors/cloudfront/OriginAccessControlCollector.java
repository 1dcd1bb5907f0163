package io.awsaudit.collectors.cloudfront;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.cloudfront.OriginAccessControl;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlList;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;

/** Reads every origin access control of the account. */
final class OriginAccessControlCollector implements Collector<OriginAccessControl> {
    private static final Operation LIST_ORIGIN_ACCESS_CONTROLS = Operation.of("cloudfront:ListOriginAccessControls");

    @Override
    public Set<Class<? extends OriginAccessControl>> yields() {
        return Set.of(OriginAccessControl.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_ORIGIN_ACCESS_CONTROLS);
    }

    @Override
    public Stream<OriginAccessControl> collect(Reads reads) {
        if (!CloudFront.exists(reads)) {
            return Stream.empty();
        }
        return reads.pages(
                        LIST_ORIGIN_ACCESS_CONTROLS,
                        () -> TokenPages.of(
                                marker -> Answers.sent(
                                        reads.client(CloudFront.CLIENT)
                                                .listOriginAccessControls(request -> request.marker(marker))
                                                .originAccessControlList(),
                                        "OriginAccessControlList"),
                                OriginAccessControlList::items,
                                OriginAccessControlList::nextMarker))
                .map(control -> read(control, reads));
    }

    private static OriginAccessControl read(OriginAccessControlSummary control, Reads reads) {
        return new OriginAccessControl(
                Identity.untagged(
                        reads.globalArn("cloudfront", "origin-access-control/" + control.id()),
                        reads.account(),
                        Identity.GLOBAL,
                        control.name()),
                control.id(),
                Answers.sent(control.signingBehaviorAsString(), "SigningBehavior"));
    }
}
