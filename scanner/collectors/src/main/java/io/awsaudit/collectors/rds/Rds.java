package io.awsaudit.collectors.rds;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** The client of RDS, and how it words what several of its resources have. */
final class Rds {
    static final AwsService<RdsClient> RDS = AwsService.of("rds", RdsClient::builder);

    /** Services of their own that answer through RDS's API too. */
    private static final Set<String> OTHERS = Set.of("docdb", "neptune");

    private Rds() {}

    static boolean isOwn(@Nullable String engine) {
        return !OTHERS.contains(orEmpty(engine));
    }

    static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (one, other) -> other));
    }

    /** Reads the tags of what is listed without them. */
    static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return tags(reads.client(RDS)
                .listTagsForResource(request -> request.resourceName(arn.value()))
                .tagList());
    }

    /** {@return the parameters that have a value, by name} */
    static Map<String, String> parameters(Stream<Parameter> parameters) {
        return parameters
                .filter(parameter -> parameter.parameterName() != null && parameter.parameterValue() != null)
                .collect(Collectors.toMap(
                        Parameter::parameterName, Parameter::parameterValue, (one, other) -> other, TreeMap::new));
    }

    /** {@return whether a parameter group is one that somebody made, for an engine of RDS} */
    static boolean isCustomGroup(@Nullable String name, @Nullable String family) {
        return !orEmpty(name).startsWith("default.") && OTHERS.stream().noneMatch(orEmpty(family)::startsWith);
    }

    /** AWS names the key by its ARN, and some emulators by a word of their own, which stands for no key anywhere. */
    static Optional<Arn> key(@Nullable String name) {
        return Optional.ofNullable(name).filter(text -> text.startsWith("arn:")).map(Arn::new);
    }

    static List<Arn> securityGroups(List<VpcSecurityGroupMembership> memberships, String ownerPrefix) {
        return memberships.stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .filter(id -> id != null)
                .sorted()
                .map(id -> new Arn(ownerPrefix + id))
                .toList();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
