package io.awsaudit.inventory.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManagedPolicyTest {
    private static final Patterns ALL = new Patterns(false, List.of("*"));

    @Test
    void everyActionOnEveryResourceIsAdministration() {
        assertThat(grants(true, ALL, ALL)).isTrue();
        assertThat(grants(true, new Patterns(false, List.of("*:*")), ALL)).isTrue();
        assertThat(grants(true, new Patterns(false, List.of("s3:*", "*")), ALL)).isTrue();
        assertThat(grants(true, ALL, ALL, new Condition("Bool", "aws:MultiFactorAuthPresent", List.of("true"))))
                .isTrue();
    }

    @Test
    void lessIsNot() {
        assertThat(grants(false, ALL, ALL)).isFalse();
        assertThat(grants(true, new Patterns(false, List.of("iam:*")), ALL)).isFalse();
        assertThat(grants(true, ALL, new Patterns(false, List.of("arn:aws:s3:::bucket/*"))))
                .isFalse();
    }

    @Test
    void allButSomeActionsIsAdministrationWhereIamIsLeft() {
        assertThat(grants(true, new Patterns(true, List.of("s3:DeleteBucket")), ALL))
                .isTrue();
        assertThat(grants(true, new Patterns(true, List.of("iam:*", "organizations:*")), ALL))
                .isFalse();
    }

    @Test
    void aStarBehindAServiceGrantsAllOfIt() {
        Patterns bucket = new Patterns(false, List.of("arn:aws:s3:::bucket"));
        for (String action : List.of("s3:*", "*", "*:*", "S3:**")) {
            assertThat(grantsService(true, new Patterns(false, List.of("sqs:SendMessage", action)), bucket))
                    .as(action)
                    .isTrue();
        }
        assertThat(grantsService(true, new Patterns(true, List.of("iam:*")), bucket))
                .isTrue();
        assertThat(grantsService(true, new Patterns(false, List.of("s3:Get*", "s3:*Object")), ALL))
                .isFalse();
        assertThat(grantsService(false, new Patterns(false, List.of("s3:*")), ALL))
                .isFalse();
    }

    private static boolean grantsService(boolean allows, Patterns actions, Patterns resources) {
        return ManagedPolicy.grantsWholeService(
                new Statement(Optional.empty(), allows, false, List.of(), actions, resources, List.of()));
    }

    private static boolean grants(boolean allows, Patterns actions, Patterns resources, Condition... conditions) {
        return ManagedPolicy.grantsAdministration(
                new Statement(Optional.empty(), allows, false, List.of(), actions, resources, List.of(conditions)));
    }
}
