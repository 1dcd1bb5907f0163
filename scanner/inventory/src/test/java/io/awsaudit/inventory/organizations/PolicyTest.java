package io.awsaudit.inventory.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final String LEAVE = "organizations:LeaveOrganization";
    private static final String STOP = "cloudtrail:StopLogging";
    private static final String DELETE = "cloudtrail:DeleteTrail";

    @Test
    void aPolicyThatDeniesLeavingKeepsMembers() {
        assertThat(io.awsaudit.inventory.organizations.Policy.KEEPS_MEMBERS)
                .accepts(denying(LEAVE, "*"), denying("organizations:*", "*"))
                .rejects(
                        denying("s3:*", "*"), denying(LEAVE, "arn:aws:organizations::*:organization/o-1"), Policy.NONE);
    }

    @Test
    void anAllowKeepsNobody() {
        assertThat(io.awsaudit.inventory.organizations.Policy.KEEPS_MEMBERS)
                .rejects(new Policy(List.of(statement(true, List.of(LEAVE), "*", List.of()))));
    }

    @Test
    void trailsAreKeptWhereBothWaysToEndThemAreDeniedInOneStatementOrInTwo() {
        assertThat(io.awsaudit.inventory.organizations.Policy.KEEPS_TRAILS)
                .accepts(
                        new Policy(List.of(statement(false, List.of(STOP, DELETE), "*", List.of()))),
                        new Policy(List.of(
                                statement(false, List.of(STOP), "*", List.of()),
                                statement(false, List.of(DELETE), "*", List.of()))))
                .rejects(denying(STOP, "*"), denying(DELETE, "*"));
    }

    @Test
    void aDenialByTheRequestedRegionKeepsToRegions() {
        Condition region = new Condition("StringNotEquals", "AWS:RequestedRegion", List.of("eu-west-1"));
        Condition network = new Condition("NotIpAddress", "aws:SourceIp", List.of("203.0.113.0/24"));
        assertThat(io.awsaudit.inventory.organizations.Policy.KEEPS_TO_REGIONS)
                .accepts(new Policy(List.of(statement(false, List.of("*"), "*", List.of(region)))))
                .rejects(
                        new Policy(List.of(statement(false, List.of("*"), "*", List.of(network)))),
                        new Policy(List.of(statement(true, List.of("*"), "*", List.of(region)))));
    }

    private static Policy denying(String action, String resource) {
        return new Policy(List.of(statement(false, List.of(action), resource, List.of())));
    }

    private static Statement statement(
            boolean allows, List<String> actions, String resource, List<Condition> conditions) {
        return new Statement(
                Optional.empty(),
                allows,
                false,
                List.of(),
                new Patterns(false, actions),
                new Patterns(false, List.of(resource)),
                conditions);
    }
}
