package io.awsaudit.rules.difference;

import io.awsaudit.inventory.Arn;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A verdict that is another than it was, and why.
 *
 * @param finding as it is; of a resource that is no longer there, or was not looked at, as it was
 * @param before the verdict then; empty where there was none
 * @param reason the same in a few words, such as {@code it passed then}
 * @param causes changes of facts that it rests on, those first that the finding or its check names
 * @param more how many causes there are besides
 */
public record VerdictChange(
        Kind kind, Finding finding, Optional<Verdict> before, String reason, List<Cause> causes, long more) {
    /** What a verdict did. */
    public enum Kind {
        /** It asks for something, and did not before. */
        NEW("new"),
        /** It failed before, and was seen not to after. */
        FIXED("fixed"),
        /** It failed before, and its resource is there no longer. */
        GONE("gone"),
        /** It is another, but nothing that was wrong is right now, nor the other way round. */
        UPDATED("updated"),
        /** It failed before, and nobody looked after. */
        UNSEEN("unseen");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** {@return the kind as files spell it} */
        public String word() {
            return word;
        }
    }

    /**
     * A change of facts.
     *
     * @param resource whose
     * @param words such as {@code ingress 0.0.0.0/0 tcp/22 appeared on sg-0abc}
     * @param named whether the finding or its check names what changed; otherwise it only changed at the same time
     */
    public record Cause(Arn resource, String words, boolean named) {}

    private static final int IN_A_SENTENCE = 3;

    public VerdictChange {
        causes = List.copyOf(causes);
    }

    /** {@return whether somebody who had nothing to do now has: a failure that is new, or a doubt} */
    public boolean isForTheWorse() {
        return kind == Kind.NEW;
    }

    /**
     * {@return the whole in one line without a full stop, such as {@code ingress 0.0.0.0/0 tcp/22 appeared on sg-0abc,
     * therefore ec2-security-group-ssh-closed fails on sg-0abc}}
     */
    public String sentence() {
        List<Cause> named = causes.stream().filter(Cause::named).toList();
        if (!named.isEmpty()) {
            return words(named, named.size() == causes.size() ? more : 0) + ", therefore " + verdict();
        }
        return verdict()
                + (causes.isEmpty() ? " (" + reason + ")" : "; what changed beside it: " + words(causes, more));
    }

    private static String words(List<Cause> causes, long more) {
        long rest = more + Math.max(0, causes.size() - IN_A_SENTENCE);
        return causes.stream().limit(IN_A_SENTENCE).map(Cause::words).collect(Collectors.joining(" and "))
                + (rest == 0 ? "" : " and " + rest + " more changes");
    }

    /** {@return what became of the verdict, such as {@code ec2-volume-encrypted fails on vol-1}} */
    public String verdict() {
        String check = finding.checkId();
        String resource = label();
        return switch (kind) {
            case GONE -> check + " no longer fails on " + resource + ", which is gone";
            case UNSEEN -> check + " failed on " + resource + ", which was not looked at again";
            case NEW, FIXED, UPDATED ->
                switch (finding.status()) {
                            case FAIL -> check + " fails on " + resource;
                            case PASS -> check + " passes on " + resource;
                            case UNKNOWN -> check + " cannot be decided on " + resource;
                            case NOT_APPLICABLE -> check + " does not apply to " + resource;
                            case MANUAL -> check + " is left to a person on " + resource;
                        }
                        + (finding.suppression().isPresent() ? " (suppressed)" : "");
        };
    }

    /** {@return what people call the resource in a sentence} */
    public String label() {
        String id = finding.resource().arn().lastSegment();
        String name = finding.resource().name();
        return name.startsWith("every ") || id.equals("root")
                ? name + " in " + finding.resource().region()
                : name.isBlank() || finding.resource().arn().value().endsWith(name) ? id : id + " (" + name + ")";
    }
}
