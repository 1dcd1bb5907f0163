package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.ImageBlockPublicAccess;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads whether machine images of a region can be made public. */
final class ImageBlockPublicAccessCollector implements Collector<ImageBlockPublicAccess> {
    private static final Detail STATE =
            Detail.of(ImageBlockPublicAccess.class, "state", "ec2:GetImageBlockPublicAccessState");

    @Override
    public Set<Class<? extends ImageBlockPublicAccess>> yields() {
        return Set.of(ImageBlockPublicAccess.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(STATE);
    }

    @Override
    public Stream<ImageBlockPublicAccess> collect(Reads reads) {
        Arn arn = reads.arn("ec2", "image-block-public-access");
        return Stream.of(new ImageBlockPublicAccess(
                Identity.untagged(
                        arn, reads.account(), reads.region(), "Image block public access of " + reads.region()),
                reads.observe(
                        STATE,
                        arn,
                        () -> Answers.orIfNoSuchOperation(
                                () -> new ImageBlockPublicAccess.State(Answers.sent(
                                        reads.client(Ec2.CLIENT)
                                                .getImageBlockPublicAccessState(request -> {})
                                                .imageBlockPublicAccessState(),
                                        "imageBlockPublicAccessState")),
                                ImageBlockPublicAccess.State.UNBLOCKED))));
    }
}
