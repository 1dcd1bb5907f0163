package io.awsaudit.rules.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.inventory.ec2.IpProtocol;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.PortRange;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.inventory.ec2.SecurityGroupRule;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Engine;
import io.awsaudit.rules.Selection;
import io.awsaudit.rules.Settings;
import io.awsaudit.rules.Suppressions;
import io.awsaudit.rules.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-west-1";
    private static final String TYPE = "AWS::EC2::SecurityGroup";
    private static final String CHECK = "ec2-security-group-admin-ports-closed-ipv4";
    private static final Gap DENIED =
            new Gap(Gap.Cause.DENIED, "ec2:DescribeSecurityGroups", Optional.of("ec2:DescribeSecurityGroups"), "no");
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final List<Check> CHECKS =
            new Selection(List.of(CHECK), List.of(), Set.of(), Set.of(), Set.of(), List.of()).from(CATALOG);

    @Test
    void theRuleThatAppearedExplainsWhyTheCheckFails() {
        VerdictChange change = only(Difference.between(judged(group(Map.of(), 443)), judged(group(Map.of(), 443, 22))));
        assertThat(change.kind()).isEqualTo(VerdictChange.Kind.NEW);
        assertThat(change.before()).contains(Verdict.PASS);
        assertThat(change.sentence())
                .isEqualTo("ingress 0.0.0.0/0 tcp/22 appeared on sg-1, therefore " + CHECK + " fails on sg-1");
    }

    @Test
    void theRuleThatDisappearedExplainsWhyTheCheckPasses() {
        VerdictChange change = only(Difference.between(judged(group(Map.of(), 22)), judged(group(Map.of()))));
        assertThat(change.kind()).isEqualTo(VerdictChange.Kind.FIXED);
        assertThat(change.sentence())
                .isEqualTo("ingress 0.0.0.0/0 tcp/22 disappeared from sg-1, therefore " + CHECK + " passes on sg-1");
    }

    @Test
    void aTagThatChangedAtTheSameTimeExplainsNothing() {
        VerdictChange change =
                only(Difference.between(judged(group(Map.of("a", "b"))), judged(group(Map.of("a", "c"), 22))));
        assertThat(change.causes())
                .extracting(VerdictChange.Cause::words)
                .containsExactly("ingress 0.0.0.0/0 tcp/22 appeared on sg-1");
    }

    @Test
    void aResourceThatWasAddedExplainsItsFailure() {
        VerdictChange change = only(Difference.between(judged(), judged(group(Map.of(), 22))));
        assertThat(change.sentence()).isEqualTo("sg-1 was added, therefore " + CHECK + " fails on sg-1");
    }

    @Test
    void aResourceThatWasRemovedTakesItsFailureWithIt() {
        Difference difference = Difference.between(judged(group(Map.of(), 22)), judged());
        assertThat(only(difference).kind()).isEqualTo(VerdictChange.Kind.GONE);
        assertThat(only(difference).sentence())
                .isEqualTo("sg-1 was removed, therefore " + CHECK + " no longer fails on sg-1, which is gone");
        assertThat(difference.count(ResourceChange.Kind.REMOVED)).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeListedAgainIsNeitherRemovedNorGone() {
        AuditResult blind = judged(Optional.of(DENIED));
        Difference difference = Difference.between(judged(group(Map.of(), 22)), blind);
        assertThat(difference.verdicts())
                .extracting(VerdictChange::kind)
                .containsExactly(VerdictChange.Kind.NEW, VerdictChange.Kind.UNSEEN);
        assertThat(difference.verdicts().get(0).finding().status()).isEqualTo(Verdict.UNKNOWN);
        assertThat(difference.verdicts().get(1).sentence())
                .contains("was not looked at again")
                .contains("denied");
        assertThat(difference.resources())
                .extracting(ResourceChange::kind)
                .containsExactly(ResourceChange.Kind.UNSEEN_AFTER);
    }

    @Test
    void whatIsTheSameIsNoDifference() {
        assertThat(Difference.between(judged(group(Map.of(), 22)), judged(group(Map.of(), 22)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void withoutFactsVerdictsAreCompared() {
        AuditResult now = judged(group(Map.of(), 22));
        AuditResult fromFile = new AuditResult(
                now.toolVersion(),
                now.asOf(),
                now.accounts(),
                now.coverage(),
                now.checks(),
                now.frameworks(),
                now.findings(),
                now.resources());
        Difference difference = Difference.between(judged(group(Map.of())), fromFile);
        assertThat(difference.facts()).isFalse();
        assertThat(difference.resources()).isEmpty();
        assertThat(only(difference).sentence()).isEqualTo(CHECK + " fails on sg-1 (it passed then)");
    }

    private static VerdictChange only(Difference difference) {
        assertThat(difference.verdicts()).hasSize(1);
        return difference.verdicts().get(0);
    }

    private static AuditResult judged(Resource... resources) {
        return judged(Optional.empty(), resources);
    }

    private static AuditResult judged(Optional<Gap> gap, Resource... resources) {
        Inventory inventory = new Inventory(
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new Inventory.AccountScope(ACCOUNT, "aws", List.of(REGION))),
                new Coverage(List.of(new Coverage.Listing(ACCOUNT, REGION, TYPE, gap)), List.of()),
                List.of(resources));
        return new Engine(CATALOG, "test")
                .evaluate(inventory, CHECKS, Settings.standard(CATALOG.checks()), Suppressions.NONE);
    }

    private static SecurityGroup group(Map<String, String> tags, int... ports) {
        return new SecurityGroup(
                Identity.tagged(
                        new Arn("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"),
                        ACCOUNT,
                        REGION,
                        "sg-1",
                        tags),
                "web",
                Optional.empty(),
                java.util.Arrays.stream(ports)
                        .mapToObj(port -> new SecurityGroupRule(
                                IpProtocol.TCP,
                                new PortRange(port, port),
                                Optional.of(new IpRange("0.0.0.0/0")),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                List.of(),
                Observed.known(Map.of()));
    }
}
