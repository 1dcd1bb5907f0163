package io.awsaudit.collectors.directconnect;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.directconnect.DirectConnectClient;
import software.amazon.awssdk.services.directconnect.model.Tag;

/** The client of Direct Connect, and what its listings have in common. */
final class DirectConnect {
    static final AwsService<DirectConnectClient> CLIENT = AwsService.of("directconnect", DirectConnectClient::builder);
    static final int PAGE = 100;

    private static final String LAG = "dxlag-";
    private static final Set<String> GONE = Set.of("deleting", "deleted", "rejected");

    private DirectConnect() {}

    /** {@return whether a state is of something that is still shown, and no longer there} */
    static boolean isGone(@Nullable String state) {
        return GONE.contains(String.valueOf(state));
    }

    /** Returns the ARN of a line, or of a bundle of lines, as its id tells. */
    static Optional<Arn> line(Reads reads, @Nullable String id) {
        return Optional.ofNullable(id)
                .filter(text -> !text.isBlank())
                .map(text -> reads.arn("directconnect", (text.startsWith(LAG) ? "dxlag/" : "dxcon/") + text));
    }

    static Identity identity(Arn arn, @Nullable String name, List<Tag> tags, Reads reads) {
        return Identity.tagged(
                arn,
                reads.account(),
                reads.region(),
                name == null || name.isBlank() ? arn.lastSegment() : name,
                tags.stream()
                        .collect(Collectors.toMap(
                                Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one)));
    }
}
