package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Check VERSIONING = check("s3-bucket-versioning-enabled");
    private static final Check TAGGED = check("s3-bucket-tagged");
    private static final List<Inventory.AccountScope> ACCOUNTS =
            List.of(new Inventory.AccountScope("111122223333", "aws", List.of("eu-west-1")));

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::bucket-1, true",
        "arn:aws:s3:::bucket-10, false",
        "arn:aws:s3:::bucket, false",
        "arn:aws:s3:::bucket-*, true",
        "arn:aws:s3:::*-1, true",
        "*bucket-1, true",
        "bucket-1, false",
        "arn:aws:s3:::bucket-?, true",
        "arn:aws:s3:::bucket-??, false",
        "ARN:aws:s3:::bucket-1, false",
        "*, true",
    })
    void aResourceIsMatchedWhole(String pattern, boolean covered) {
        Suppression one = suppression("s3-bucket-tagged", pattern);
        assertThat(of(List.of(one), TAGGED, bucket("bucket-1")))
                .isEqualTo(covered ? Optional.of(one) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "s3-bucket-tagged, true",
        "s3-bucket-*, true",
        "s3-bucket-tag, false",
        "*, true",
        "S3-bucket-tagged, false",
    })
    void aCheckIsMatchedWhole(String pattern, boolean covered) {
        assertThat(of(List.of(suppression(pattern, "*")), TAGGED, bucket("b")).isPresent())
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "stage, true",
        "stage=dev, true",
        "stage=de?, true",
        "st*=*, true",
        "stage=prod, false",
        "stage=, false",
        "Stage, false",
        "dev, false",
    })
    void aTagIsMatchedByKeyAndValue(String tag, boolean covered) {
        Suppression one =
                new Suppression("*", "*", Optional.empty(), Optional.of(tag), "reason", "owner", Optional.empty());
        assertThat(of(List.of(one), TAGGED, bucket("b")).isPresent()).isEqualTo(covered);
    }

    @Test
    void ofSeveralTheFirstInTheFileCounts() {
        Suppression pattern = suppression("s3-*", "arn:aws:s3:::b*");
        Suppression exact = suppression("s3-bucket-tagged", "arn:aws:s3:::b");
        assertThat(of(List.of(pattern, exact), TAGGED, bucket("b"))).containsSame(pattern);
        assertThat(of(List.of(exact, pattern), TAGGED, bucket("b"))).containsSame(exact);
    }

    @Test
    void anIdThatACheckHadBeforeStillCounts() {
        Check renamed = renamed(TAGGED, "s3-bucket-has-tags");
        assertThat(of(List.of(suppression("s3-bucket-has-tags", "*")), renamed, bucket("b")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01, true, 0", "2026-05-31, false, -1", "2026-06-15, true, 14"})
    void itHoldsUntilTheEndOfItsLastDay(LocalDate last, boolean holds, long daysLeft) {
        Suppression one =
                new Suppression("*", "*", Optional.empty(), Optional.empty(), "reason", "owner", Optional.of(last));
        assertThat(of(List.of(one), TAGGED, bucket("b")).isPresent()).isEqualTo(holds);
        SuppressionUse use = uses(one, Coverage.NONE).get(0);
        assertThat(use.daysLeft()).hasValue(daysLeft);
        assertThat(use.isExpired()).isEqualTo(!holds);
        assertThat(use.endsSoon()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "s3-bucket-tagged, arn:aws:s3:::gone, true",
        "s3-bucket-tagged, arn:aws:s3:eu-west-1:111122223333:gone, true",
        "s3-bucket-tagged, arn:aws:s3:eu-west-2:111122223333:gone, false",
        "s3-bucket-tagged, arn:aws:s3:eu-west-1:999922223333:gone, false",
        "s3-bucket-tagged, arn:aws:s3:eu-west-*, true",
        "s3-bucket-tagged, *:999922223333:gone, true",
        "ec2-volume-encrypted, arn:aws:s3:::gone, false",
    })
    void unusedIsOnlyWhatThisRunLookedFor(String check, String resource, boolean unused) {
        assertThat(uses(suppression(check, resource), Coverage.NONE).get(0).isUnused())
                .isEqualTo(unused);
    }

    @Test
    void whatMayNotHaveBeenListedIsNotUnused() {
        Coverage coverage = new Coverage(
                List.of(new Coverage.Listing(
                        "111122223333",
                        "global",
                        "AWS::S3::Bucket",
                        Optional.of(new Gap(Gap.Cause.DENIED, "s3:ListBuckets", Optional.empty(), "no")))),
                List.of());
        assertThat(uses(suppression("s3-bucket-tagged", "arn:aws:s3:::gone"), coverage)
                        .get(0)
                        .isUnused())
                .isFalse();
    }

    @Test
    void manySuppressionsFindWhatEachOfThemByItselfWould() {
        Random random = new Random(1);
        List<Suppression> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String resource = Stream.of(
                            "arn:aws:s3:::b-" + random.nextInt(50),
                            "arn:aws:s3:::b-" + random.nextInt(5) + "*",
                            "*-" + random.nextInt(50),
                            "arn:aws:s3:::?-" + random.nextInt(50))
                    .toList()
                    .get(random.nextInt(4));
            all.add(suppression(random.nextBoolean() ? "s3-bucket-tagged" : "s3-*-enabled", resource));
        }
        SuppressionIndex index = new Suppressions(all, TODAY).index(List.of(TAGGED, VERSIONING));
        for (Check check : List.of(TAGGED, VERSIONING)) {
            for (int i = 0; i < 60; i++) {
                Finding.Subject bucket = bucket("b-" + i);
                assertThat(index.of(check, bucket))
                        .isEqualTo(all.stream()
                                .filter(one -> one.covers(check, bucket))
                                .findFirst());
            }
        }
    }

    /** A product of the two would take minutes. */
    @Test
    void tenThousandSuppressionsAreNotTriedOnEachOfAMillionFindings() {
        List<Suppression> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(suppression(
                    "s3-bucket-tagged", "arn:aws:s3:::team-" + i + (i % 2 == 0 ? "" : "-*"), Optional.empty()));
        }
        SuppressionIndex index = new Suppressions(all, TODAY).index(List.of(TAGGED));
        Finding.Subject[] subjects = new Finding.Subject[1_000];
        Arrays.setAll(subjects, i -> bucket("team-" + i * 20));
        long covered = 0;
        for (int i = 0; i < 1_000_000; i++) {
            covered += index.of(TAGGED, subjects[i % subjects.length]).isPresent() ? 1 : 0;
        }
        assertThat(covered).isEqualTo(500_000);
    }

    private static Check check(String id) {
        return CATALOG.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Check renamed(Check check, String alias) {
        return new Check(
                check.id(),
                check.service(),
                check.rule(),
                check.resource(),
                check.title(),
                check.severity(),
                check.pillar(),
                check.exposure(),
                check.why(),
                check.fix(),
                check.cli(),
                check.terraform(),
                check.reads(),
                check.follows(),
                check.source(),
                check.bestPractice(),
                check.configRules(),
                check.securityHub(),
                check.parameters(),
                List.of(alias),
                check.deprecated());
    }

    private static Optional<Suppression> of(List<Suppression> all, Check check, Finding.Subject subject) {
        return new Suppressions(all, TODAY).index(List.of(check)).of(check, subject);
    }

    private static List<SuppressionUse> uses(Suppression one, Coverage coverage) {
        return new Suppressions(List.of(one), TODAY).uses(List.of(), List.of(TAGGED), ACCOUNTS, coverage);
    }

    private static Suppression suppression(String check, String resource) {
        return suppression(check, resource, Optional.empty());
    }

    private static Suppression suppression(String check, String resource, Optional<LocalDate> expires) {
        return new Suppression(check, resource, Optional.empty(), Optional.empty(), "reason", "owner", expires);
    }

    private static Finding.Subject bucket(String name) {
        return new Finding.Subject(
                new Arn("arn:aws:s3:::" + name),
                "AWS::S3::Bucket",
                "111122223333",
                "eu-west-1",
                name,
                Map.of("stage", "dev"));
    }
}
