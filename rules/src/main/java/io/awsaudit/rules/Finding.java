package io.awsaudit.rules;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of a resource, and why.
 *
 * @param message one line for people; of a long one the beginning
 * @param evidence what the verdict rests on, in the order that the rule gave; of many items the first
 * @param path edges that lead from the resource to others that the evidence names
 * @param gaps what could not be seen, for {@link Verdict#UNKNOWN}
 * @param fingerprint 32 hexadecimal digits, equal in each run for the same check and resource; made with
 *     {@link #COMPUTED}, a finding works it out when asked
 * @param suppression set where a user accepted the finding
 * @param change what became of it since a baseline; empty where there is none to compare with
 * @param firstSeen when what was judged was collected, of the first of the results that lead here in which it had this
 *     verdict; empty where no earlier result is known
 */
public record Finding(
        String checkId,
        Verdict status,
        Severity severity,
        Subject resource,
        String message,
        List<Evidence> evidence,
        List<Edge> path,
        List<Gap> gaps,
        String fingerprint,
        Optional<Suppression> suppression,
        Optional<Change> change,
        Optional<Instant> firstSeen) {
    /** The order of findings in a result: by check, then resource. */
    public static final Comparator<Finding> ORDER = Finding::compare;

    /** In place of a fingerprint that is as it should be: most findings are never asked for theirs, and a digest is dear. */
    static final String COMPUTED = "";

    /**
     * The resource that a finding is about.
     *
     * @param type CloudFormation type name
     * @param tags empty also where they could not be read
     */
    public record Subject(Arn arn, String type, String account, String region, String name, Map<String, String> tags) {
        /** Returns what a finding says of a resource. */
        public static Subject of(Resource resource) {
            return new Subject(
                    resource.arn(),
                    resource.type(),
                    resource.account(),
                    resource.region(),
                    resource.name(),
                    resource.tags() instanceof Observed.Known<Map<String, String>> known ? known.value() : Map.of());
        }
    }

    /** To make one anew for each of a million findings costs as much as to use it. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Finding::digest);

    private static final int MESSAGE_LENGTH = 4_000;
    private static final int EVIDENCE = 100;

    /** Makes a finding as an evaluation leaves it, which knows of no other. */
    public Finding(
            String checkId,
            Verdict status,
            Severity severity,
            Subject resource,
            String message,
            List<Evidence> evidence,
            List<Edge> path,
            List<Gap> gaps,
            String fingerprint,
            Optional<Suppression> suppression) {
        this(
                checkId,
                status,
                severity,
                resource,
                message,
                evidence,
                path,
                gaps,
                fingerprint,
                suppression,
                Optional.empty(),
                Optional.empty());
    }

    public Finding {
        message = Excerpt.of(message, MESSAGE_LENGTH);
        evidence = first(evidence);
        path = List.copyOf(path);
        gaps = List.copyOf(gaps);
    }

    /** {@return what is equal in each run for the same check and resource} */
    @Override
    public String fingerprint() {
        return fingerprint.equals(COMPUTED) ? fingerprint(checkId, resource) : fingerprint;
    }

    /** {@return the fingerprint that it was made with, which may be {@link #COMPUTED}} */
    String givenFingerprint() {
        return fingerprint;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Finding that
                        && checkId.equals(that.checkId)
                        && status == that.status
                        && severity == that.severity
                        && resource.equals(that.resource)
                        && message.equals(that.message)
                        && evidence.equals(that.evidence)
                        && path.equals(that.path)
                        && gaps.equals(that.gaps)
                        && suppression.equals(that.suppression)
                        && change.equals(that.change)
                        && firstSeen.equals(that.firstSeen)
                        && fingerprint().equals(that.fingerprint());
    }

    @Override
    public int hashCode() {
        return Objects.hash(checkId, status, resource);
    }

    /** {@return whether this is a violation that nobody accepted} */
    public boolean isOpenFailure() {
        return status == Verdict.FAIL && suppression.isEmpty();
    }

    /** {@return whether what decides could not be seen, and nobody accepted that} */
    public boolean isOpenUnknown() {
        return status == Verdict.UNKNOWN && suppression.isEmpty();
    }

    /** The first of what was seen, and how much more there is: a rule fires once for each of ten thousand statements. */
    private static List<Evidence> first(List<Evidence> seen) {
        if (seen.size() <= EVIDENCE) {
            return List.copyOf(seen);
        }
        List<Evidence> first = new ArrayList<>(seen.subList(0, EVIDENCE - 1));
        first.add(new Evidence(
                first.get(0).resource(), "more", "and " + (seen.size() - EVIDENCE + 1) + " more, which are left out"));
        return List.copyOf(first);
    }

    Finding suppressed(Suppression by) {
        return with(Optional.of(by), change, firstSeen);
    }

    /** {@return this finding, with what became of it} */
    Finding compared(Change to, Instant since) {
        return with(suppression, Optional.of(to), Optional.of(since));
    }

    /** {@return this finding as it was, with when it was first seen} */
    Finding since(Instant first) {
        return with(suppression, Optional.empty(), Optional.of(first));
    }

    private Finding with(Optional<Suppression> by, Optional<Change> to, Optional<Instant> since) {
        return new Finding(
                checkId, status, severity, resource, message, evidence, path, gaps, fingerprint, by, to, since);
    }

    private static int compare(Finding one, Finding other) {
        int order = compare(one.checkId, other.checkId);
        if (order == 0) {
            order = compare(one.resource.arn().value(), other.resource.arn().value());
        }
        if (order == 0) {
            order = compare(one.resource.region(), other.resource.region());
        }
        // What AWS owns, such as its managed policies, has one ARN in every account.
        return order == 0 ? compare(one.resource.account(), other.resource.account()) : order;
    }

    /** Most texts that are compared are one and the same. */
    @SuppressWarnings("ReferenceEquality")
    private static int compare(String one, String other) {
        return one == other ? 0 : one.compareTo(other);
    }

    static String fingerprint(String checkId, Subject resource) {
        String identity = checkId
                + '\n'
                + resource.type()
                + '\n'
                + resource.account()
                + '\n'
                + resource.region()
                + '\n'
                + resource.arn().value();
        byte[] digest = DIGEST.get().digest(identity.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
