package io.awsaudit.rules;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Relation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Findings as few bytes, one after another, each of which is told by what differs from the one before it. It lives no longer
 * than the program that wrote it.
 */
final class FindingCode {
    private static final int SAME_CHECK = 1;
    private static final int SAME_MESSAGE = 1 << 1;
    private static final int FINGERPRINT = 1 << 2;
    private static final int EVIDENCE = 1 << 3;
    private static final int PATH = 1 << 4;
    private static final int GAPS = 1 << 5;
    private static final int SUPPRESSION = 1 << 6;
    private static final int CHANGE = 1 << 7;
    private static final int FIRST_SEEN = 1 << 8;

    /** How many texts, and how many gaps, are given a number at most; each reader keeps them. */
    private static final int NUMBERED = 512;

    private static final int NUMBERED_LENGTH = 256;

    private static final Verdict[] VERDICTS = Verdict.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final Gap.Cause[] CAUSES = Gap.Cause.values();
    private static final Gap.Blame[] BLAMES = Gap.Blame.values();
    private static final Relation[] RELATIONS = Relation.values();
    private static final Change.State[] STATES = Change.State.values();

    /** Where bytes come from. */
    interface Source {
        boolean isAtEnd();

        byte next();

        void next(byte[] target);
    }

    private FindingCode() {}

    private static boolean isNumbered(String text, int numbered) {
        return numbered < NUMBERED && text.length() <= NUMBERED_LENGTH;
    }

    /** Writes findings into memory, from where they are fetched. */
    static final class Writer {
        private final List<Suppression> suppressions;
        private final Map<String, Integer> texts = new HashMap<>();
        private final Map<Gap, Integer> gaps = new HashMap<>();
        private final String[] messages = new String[VERDICTS.length];
        private String check = "";
        private String arn = "";
        private byte[] bytes = new byte[1 << 12];
        private int size;

        /** @param suppressions all that were met so far, to which others are added */
        Writer(List<Suppression> suppressions) {
            this.suppressions = suppressions;
            Arrays.fill(messages, "");
        }

        byte[] bytes() {
            return bytes;
        }

        int size() {
            return size;
        }

        void clear() {
            size = 0;
        }

        void write(Finding finding) {
            int verdict = finding.status().ordinal();
            String fingerprint = finding.givenFingerprint();
            number((finding.checkId().equals(check) ? SAME_CHECK : 0)
                    | (finding.message().equals(messages[verdict]) ? SAME_MESSAGE : 0)
                    | (fingerprint.isEmpty() ? 0 : FINGERPRINT)
                    | (finding.evidence().isEmpty() ? 0 : EVIDENCE)
                    | (finding.path().isEmpty() ? 0 : PATH)
                    | (finding.gaps().isEmpty() ? 0 : GAPS)
                    | (finding.suppression().isPresent() ? SUPPRESSION : 0)
                    | (finding.change().isPresent() ? CHANGE : 0)
                    | (finding.firstSeen().isPresent() ? FIRST_SEEN : 0));
            number(verdict);
            number(finding.severity().ordinal());
            if (!finding.checkId().equals(check)) {
                text(finding.checkId());
                check = finding.checkId();
            }
            if (!finding.message().equals(messages[verdict])) {
                text(finding.message());
                messages[verdict] = finding.message();
            }
            subject(finding.resource());
            if (!fingerprint.isEmpty()) {
                text(fingerprint);
            }
            if (!finding.evidence().isEmpty()) {
                number(finding.evidence().size());
                for (Evidence evidence : finding.evidence()) {
                    arn(evidence.resource());
                    repeated(evidence.property());
                    text(evidence.seen());
                }
            }
            if (!finding.path().isEmpty()) {
                number(finding.path().size());
                for (Edge edge : finding.path()) {
                    arn(edge.from());
                    number(edge.relation().ordinal());
                    arn(edge.to());
                }
            }
            if (!finding.gaps().isEmpty()) {
                number(finding.gaps().size());
                finding.gaps().forEach(this::gap);
            }
            finding.suppression().ifPresent(this::suppression);
            finding.change().ifPresent(change -> {
                number(change.state().ordinal());
                number(change.before().map(before -> before.ordinal() + 1).orElse(0));
                repeated(change.reason());
            });
            finding.firstSeen().ifPresent(seen -> {
                fixed(seen.getEpochSecond());
                number(seen.getNano());
            });
        }

        private void subject(Finding.Subject subject) {
            String own = subject.arn().value();
            int shared = 0;
            int most = Math.min(own.length(), arn.length());
            while (shared < most && own.charAt(shared) == arn.charAt(shared)) {
                shared++;
            }
            number(shared);
            text(own.substring(shared));
            arn = own;
            repeated(subject.type());
            repeated(subject.account());
            repeated(subject.region());
            boolean isEnd = own.endsWith(subject.name());
            number(isEnd ? subject.name().length() + 1 : 0);
            if (!isEnd) {
                text(subject.name());
            }
            number(subject.tags().size());
            subject.tags().forEach((key, value) -> {
                repeated(key);
                number(value.equals(subject.name()) ? 1 : 0);
                if (!value.equals(subject.name())) {
                    repeated(value);
                }
            });
        }

        /** Evidence and paths name the resource itself more often than any other. */
        private void arn(Arn other) {
            number(other.value().equals(arn) ? 1 : 0);
            if (!other.value().equals(arn)) {
                text(other.value());
            }
        }

        private void gap(Gap gap) {
            Integer known = gaps.get(gap);
            number(known == null ? 0 : known + 1);
            if (known == null) {
                if (gaps.size() < NUMBERED) {
                    gaps.put(gap, gaps.size());
                }
                number(gap.cause().ordinal());
                text(gap.operation());
                number(gap.action().isPresent() ? 1 : 0);
                gap.action().ifPresent(this::text);
                number(gap.blame().map(blame -> blame.ordinal() + 1).orElse(0));
                text(gap.detail());
            }
        }

        @SuppressWarnings("ReferenceEquality") // of two equal ones each has its own count
        private void suppression(Suppression suppression) {
            int place = 0;
            while (place < suppressions.size() && suppressions.get(place) != suppression) {
                place++;
            }
            if (place == suppressions.size()) {
                suppressions.add(suppression);
            }
            number(place);
        }

        private void repeated(String text) {
            Integer known = texts.get(text);
            number(known == null ? 0 : known + 1);
            if (known == null) {
                if (isNumbered(text, texts.size())) {
                    texts.put(text, texts.size());
                }
                text(text);
            }
        }

        /** Halves of surrogate pairs are kept, which UTF-8 would lose. */
        private void text(String text) {
            int length = text.length();
            int before = size;
            number(length << 1);
            room(length);
            int at = size;
            byte[] to = bytes;
            int all = 0;
            for (int i = 0; i < length; i++) {
                char unit = text.charAt(i);
                all |= unit;
                to[at + i] = (byte) unit;
            }
            if (all <= 0xff) {
                size = at + length;
                return;
            }
            size = before;
            number(length << 1 | 1);
            room(2 * length);
            for (int i = 0; i < length; i++) {
                bytes[size++] = (byte) (text.charAt(i) >> 8);
                bytes[size++] = (byte) text.charAt(i);
            }
        }

        private void fixed(long number) {
            room(Long.BYTES);
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes[size++] = (byte) (number >> shift);
            }
        }

        private void number(int number) {
            room(5);
            int left = number;
            while ((left & ~0x7f) != 0) {
                bytes[size++] = (byte) (left & 0x7f | 0x80);
                left >>>= 7;
            }
            bytes[size++] = (byte) left;
        }

        private void room(int more) {
            if (more > bytes.length - size) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
            }
        }
    }

    /** Reads what a {@link Writer} wrote, from its beginning. */
    static final class Reader {
        private final Source in;
        private final List<Suppression> suppressions;
        private final List<String> texts = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private final String[] messages = new String[VERDICTS.length];
        private String check = "";
        private String arn = "";
        private Arn resource = new Arn("");

        Reader(Source in, List<Suppression> suppressions) {
            this.in = in;
            this.suppressions = suppressions;
            Arrays.fill(messages, "");
        }

        boolean isAtEnd() {
            return in.isAtEnd();
        }

        Finding read() {
            int parts = number();
            Verdict verdict = VERDICTS[number()];
            Severity severity = SEVERITIES[number()];
            if ((parts & SAME_CHECK) == 0) {
                check = text();
            }
            if ((parts & SAME_MESSAGE) == 0) {
                messages[verdict.ordinal()] = text();
            }
            Finding.Subject subject = subject();
            String fingerprint = (parts & FINGERPRINT) == 0 ? Finding.COMPUTED : text();
            List<Evidence> evidence = (parts & EVIDENCE) == 0 ? List.of() : evidence();
            List<Edge> path = (parts & PATH) == 0 ? List.of() : path();
            List<Gap> missing = (parts & GAPS) == 0 ? List.of() : gaps();
            Optional<Suppression> suppression =
                    (parts & SUPPRESSION) == 0 ? Optional.empty() : Optional.of(suppressions.get(number()));
            Optional<Change> change = (parts & CHANGE) == 0 ? Optional.empty() : Optional.of(change());
            Optional<Instant> firstSeen = (parts & FIRST_SEEN) == 0
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochSecond(fixed(), number()));
            return new Finding(
                    check,
                    verdict,
                    severity,
                    subject,
                    Objects.requireNonNull(messages[verdict.ordinal()]),
                    evidence,
                    path,
                    missing,
                    fingerprint,
                    suppression,
                    change,
                    firstSeen);
        }

        private Finding.Subject subject() {
            arn = arn.substring(0, number()) + text();
            resource = new Arn(arn);
            String type = repeated();
            String account = repeated();
            String region = repeated();
            int end = number();
            String name = end > 0 ? arn.substring(arn.length() - end + 1) : text();
            int count = number();
            Map<String, String> tags = count == 0 ? Map.of() : new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                String key = repeated();
                tags.put(key, number() == 1 ? name : repeated());
            }
            return new Finding.Subject(
                    resource, type, account, region, name, count == 0 ? tags : Collections.unmodifiableMap(tags));
        }

        private List<Evidence> evidence() {
            Evidence[] all = new Evidence[number()];
            for (int i = 0; i < all.length; i++) {
                all[i] = new Evidence(arn(), repeated(), text());
            }
            return List.of(all);
        }

        private List<Edge> path() {
            Edge[] all = new Edge[number()];
            for (int i = 0; i < all.length; i++) {
                all[i] = new Edge(arn(), RELATIONS[number()], arn());
            }
            return List.of(all);
        }

        private List<Gap> gaps() {
            Gap[] all = new Gap[number()];
            for (int i = 0; i < all.length; i++) {
                all[i] = gap();
            }
            return List.of(all);
        }

        private Arn arn() {
            return number() == 1 ? resource : new Arn(text());
        }

        private Gap gap() {
            int known = number();
            if (known > 0) {
                return gaps.get(known - 1);
            }
            Gap.Cause cause = CAUSES[number()];
            String operation = text();
            Optional<String> action = number() == 0 ? Optional.empty() : Optional.of(text());
            int blame = number();
            Gap gap = new Gap(
                    cause, operation, action, blame == 0 ? Optional.empty() : Optional.of(BLAMES[blame - 1]), text());
            if (gaps.size() < NUMBERED) {
                gaps.add(gap);
            }
            return gap;
        }

        private Change change() {
            Change.State state = STATES[number()];
            int before = number();
            return new Change(state, before == 0 ? Optional.empty() : Optional.of(VERDICTS[before - 1]), repeated());
        }

        private String repeated() {
            int known = number();
            if (known > 0) {
                return texts.get(known - 1);
            }
            String text = text();
            if (isNumbered(text, texts.size())) {
                texts.add(text);
            }
            return text;
        }

        private String text() {
            int coded = number();
            int length = coded >>> 1;
            if ((coded & 1) == 0) {
                byte[] bytes = new byte[length];
                in.next(bytes);
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
            byte[] bytes = new byte[2 * length];
            in.next(bytes);
            char[] text = new char[length];
            for (int i = 0; i < length; i++) {
                text[i] = (char) ((bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff);
            }
            return new String(text);
        }

        private long fixed() {
            long number = 0;
            for (int i = 0; i < 8; i++) {
                number = number << 8 | in.next() & 0xff;
            }
            return number;
        }

        private int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                int octet = in.next();
                number |= (octet & 0x7f) << shift;
                if (octet >= 0) {
                    return number;
                }
            }
        }
    }
}
