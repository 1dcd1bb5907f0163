package io.awsaudit.inventory.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.IpProtocol;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.PortRange;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.inventory.ec2.SecurityGroupRule;
import io.awsaudit.inventory.iam.InlinePolicy;
import io.awsaudit.inventory.iam.Role;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventoryChangesTest {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-west-1";
    private static final String TYPE = "AWS::EC2::SecurityGroup";
    private static final Gap DENIED =
            new Gap(Gap.Cause.DENIED, "ec2:DescribeSecurityGroups", Optional.of("ec2:DescribeSecurityGroups"), "no");
    private static final SecurityGroupRule SSH = rule("tcp", 22, "0.0.0.0/0");
    private static final SecurityGroupRule WEB = rule("tcp", 443, "0.0.0.0/0");

    @Test
    void aRuleThatAppearedIsNamedAndTheOthersAreNot() {
        assertThat(sentences(group(List.of(WEB), Map.of()), group(List.of(SSH, WEB), Map.of())))
                .containsExactly("ingress 0.0.0.0/0 tcp/22 appeared on sg-1 (web)");
    }

    @Test
    void aRuleThatDisappearedIsNamedAndTheOthersAreNot() {
        assertThat(sentences(group(List.of(SSH, WEB), Map.of()), group(List.of(WEB), Map.of())))
                .containsExactly("ingress 0.0.0.0/0 tcp/22 disappeared from sg-1 (web)");
    }

    @Test
    void theOrderOfAListIsNoChange() {
        assertThat(InventoryChanges.between(group(List.of(SSH, WEB), Map.of()), group(List.of(WEB, SSH), Map.of())))
                .isEmpty();
    }

    @Test
    void anElementThatIsThereTwiceAndThenOnceDisappearedOnce() {
        assertThat(sentences(group(List.of(SSH, SSH), Map.of()), group(List.of(SSH), Map.of())))
                .containsExactly("ingress 0.0.0.0/0 tcp/22 disappeared from sg-1 (web)");
    }

    @Test
    void tagsAreComparedByKey() {
        assertThat(sentences(
                        group(List.of(), Map.of("owner", "data", "stage", "test")),
                        group(List.of(), Map.of("owner", "web", "cost", "1"))))
                .containsExactlyInAnyOrder(
                        "tags.owner of sg-1 (web) changed from data to web",
                        "tags.stage test disappeared from sg-1 (web)",
                        "tags.cost 1 appeared on sg-1 (web)");
    }

    @Test
    void elementsWithANameAreComparedWithTheirNamesake() {
        assertThat(sentences(
                        role(Observed.known(List.of(inline("admin", "s3:Get*"), inline("logs", "logs:*")))),
                        role(Observed.known(List.of(inline("logs", "logs:*"), inline("admin", "s3:*"))))))
                .containsExactly(
                        "inlinePolicies[admin].document.statements[Own].actions.values s3:Get* disappeared from deploy",
                        "inlinePolicies[admin].document.statements[Own].actions.values s3:* appeared on deploy");
    }

    @Test
    void whatWasReadInOneOnlyIsNoChange() {
        Resource read = role(Observed.known(List.of(inline("admin", "s3:*"))));
        Resource unread = role(Observed.unknown(DENIED));
        ResourceChange after = InventoryChanges.between(read, unread).orElseThrow();
        assertThat(after.isKnown()).isFalse();
        assertThat(after.properties())
                .extracting(PropertyChange::kind)
                .containsExactly(PropertyChange.Kind.UNSEEN_AFTER);
        assertThat(after.properties().get(0).gap()).contains(DENIED);
        ResourceChange before = InventoryChanges.between(unread, read).orElseThrow();
        assertThat(before.properties())
                .extracting(PropertyChange::kind)
                .containsExactly(PropertyChange.Kind.UNSEEN_BEFORE);
        assertThat(InventoryChanges.between(unread, unread)).isEmpty();
    }

    @Test
    void whatWasLookedForAndNotFoundWasRemovedOrAdded() {
        Inventory with = inventory(listed(Optional.empty()), List.of(REGION), group(List.of(SSH), Map.of()));
        Inventory without = inventory(listed(Optional.empty()), List.of(REGION));
        assertThat(kinds(with, without)).containsExactly(ResourceChange.Kind.REMOVED);
        assertThat(kinds(without, with)).containsExactly(ResourceChange.Kind.ADDED);
        assertThat(kinds(with, with)).isEmpty();
    }

    @Test
    void whatNobodyLookedForWasNeitherRemovedNorAdded() {
        Inventory with = inventory(listed(Optional.empty()), List.of(REGION), group(List.of(SSH), Map.of()));
        for (Inventory blind : List.of(
                inventory(listed(Optional.of(DENIED)), List.of(REGION)),
                inventory(Coverage.NONE, List.of(REGION)),
                inventory(listed(Optional.empty()), List.of("us-east-1")),
                new Inventory(Instant.EPOCH, List.of(), Coverage.NONE, List.of()))) {
            assertThat(kinds(with, blind)).containsExactly(ResourceChange.Kind.UNSEEN_AFTER);
            assertThat(kinds(blind, with)).containsExactly(ResourceChange.Kind.UNSEEN_BEFORE);
            assertThat(InventoryChanges.between(with, blind).get(0).doubt()).isPresent();
        }
    }

    @Test
    void changesComeInOrderOfArn() {
        Inventory before = inventory(listed(Optional.empty()), List.of(REGION), named("sg-1"), named("sg-3"));
        Inventory after = inventory(listed(Optional.empty()), List.of(REGION), named("sg-2"), named("sg-3"));
        assertThat(InventoryChanges.between(before, after))
                .extracting(change -> change.kind() + " " + change.resource().name())
                .containsExactly("REMOVED sg-1", "ADDED sg-2");
    }

    private static Stream<ResourceChange.Kind> kinds(Inventory before, Inventory after) {
        return InventoryChanges.between(before, after).stream().map(ResourceChange::kind);
    }

    private static Stream<String> sentences(Resource before, Resource after) {
        ResourceChange change = InventoryChanges.between(before, after).orElseThrow();
        assertThat(change.isKnown()).isTrue();
        return change.properties().stream().map(property -> property.sentence(change.label()));
    }

    private static Coverage listed(Optional<Gap> gap) {
        return new Coverage(List.of(new Coverage.Listing(ACCOUNT, REGION, TYPE, gap)), List.of());
    }

    private static Inventory inventory(Coverage coverage, List<String> regions, Resource... resources) {
        return new Inventory(
                Instant.EPOCH,
                List.of(new Inventory.AccountScope(ACCOUNT, "aws", regions)),
                coverage,
                List.of(resources));
    }

    private static SecurityGroupRule rule(String protocol, int port, String range) {
        return new SecurityGroupRule(
                new IpProtocol(protocol),
                new PortRange(port, port),
                Optional.of(new IpRange(range)),
                Optional.empty(),
                Optional.empty());
    }

    private static SecurityGroup group(List<SecurityGroupRule> ingress, Map<String, String> tags) {
        return new SecurityGroup(
                Identity.tagged(
                        new Arn("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"),
                        ACCOUNT,
                        REGION,
                        "web",
                        tags),
                "web",
                Optional.empty(),
                ingress,
                List.of(),
                Observed.known(Map.of()));
    }

    private static SecurityGroup named(String id) {
        return new SecurityGroup(
                Identity.untagged(
                        new Arn("arn:aws:ec2:eu-west-1:111122223333:security-group/" + id), ACCOUNT, REGION, id),
                "web",
                Optional.empty(),
                List.of(),
                List.of(),
                Observed.known(Map.of()));
    }

    private static InlinePolicy inline(String name, String action) {
        return new InlinePolicy(
                name,
                new Policy(List.of(new Statement(
                        Optional.of("Own"),
                        true,
                        false,
                        List.of(),
                        new Patterns(false, List.of(action)),
                        new Patterns(false, List.of("*")),
                        List.of()))));
    }

    private static Role role(Observed<List<InlinePolicy>> policies) {
        return new Role(
                Identity.untagged(new Arn("arn:aws:iam::111122223333:role/deploy"), ACCOUNT, Identity.GLOBAL, "deploy"),
                "/",
                Instant.EPOCH,
                Observed.known(new Policy(List.of())),
                policies,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
