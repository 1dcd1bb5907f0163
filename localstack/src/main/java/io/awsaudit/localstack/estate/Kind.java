package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type of resources as an estate has it: how many there are, and what they are called. */
final class Kind {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final String ANY = "[^*]+";
    private static final List<String> PRODUCTS = List.of(
            "orders",
            "billing",
            "search",
            "catalog",
            "checkout",
            "identity",
            "reports",
            "mobile",
            "ledger",
            "media",
            "pricing",
            "shipping",
            "returns",
            "events",
            "partner",
            "support");
    private static final List<String> STAGES = List.of("prod", "prod", "staging", "test", "dev");

    private final int ordinal;
    private final Census.Entry entry;
    private final Map<String, Kind> byName;
    private final String[] head;
    private final boolean global;
    private final String base;
    private final List<Function<Site, String>> pieces = new ArrayList<>();
    private final Pattern resources;
    private final String prefix;

    /**
     * Makes a kind.
     *
     * @param standard a resource of the type, whose ARN begins as others do
     * @param byName all kinds by their types' names, when it is first used
     */
    Kind(int ordinal, Census.Entry entry, Resource standard, Map<String, Kind> byName) {
        this.ordinal = ordinal;
        this.entry = entry;
        this.byName = byName;
        this.head = standard.arn().value().split(":", 6);
        this.global = standard.region().equals(Identity.GLOBAL);
        this.base = entry.type().getSimpleName().toLowerCase(Locale.ROOT);
        Matcher places = PLACEHOLDER.matcher(entry.form());
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        int part = 0;
        while (places.find()) {
            literal(entry.form().substring(end, places.start()), pattern);
            pieces.add(filling(places.group(1), part++));
            pattern.append(ANY);
            end = places.end();
        }
        literal(entry.form().substring(end), pattern);
        this.resources = Pattern.compile(pattern.toString());
        Matcher id = Pattern.compile("(?:.*/)?([a-z]+-)\\{hex}").matcher(entry.form());
        this.prefix = id.matches() ? id.group(1) : "";
    }

    private void literal(String text, StringBuilder pattern) {
        if (!text.isEmpty()) {
            pieces.add(site -> text);
            pattern.append(Pattern.quote(text));
        }
    }

    private Function<Site, String> filling(String word, int part) {
        return switch (word) {
            case "hex" -> site -> hex(site, part);
            case "name" -> this::name;
            case "uuid" -> site -> uuid(hex(site, part) + hex(site, part + 8));
            default -> {
                boolean whole = word.startsWith("arn ");
                String type = whole ? word.substring(4) : word;
                yield site -> site.account()
                        .related(site, java.util.Objects.requireNonNull(byName.get(type)), 0)
                        .map(owner -> whole ? owner.arn().value() : owner.arn().lastSegment())
                        .orElseGet(() -> hex(site, part));
            }
        };
    }

    private String hex(Site site, int part) {
        return site.account().hex(this, site.region(), site.index(), part);
    }

    private static String uuid(String hex) {
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }

    /** {@return the type's name} */
    String name() {
        return ResourceTypes.nameOf(entry.type());
    }

    int ordinal() {
        return ordinal;
    }

    Census.Entry entry() {
        return entry;
    }

    boolean isGlobal() {
        return global;
    }

    /** {@return which of all kinds the VPCs are} */
    int network() {
        return java.util.Objects.requireNonNull(byName.get("AWS::EC2::VPC")).ordinal;
    }

    /** {@return the kind of which an id is one, such as {@code subnet-0a}} */
    Optional<Kind> ofId(String id) {
        return byName.values().stream()
                .filter(kind -> !kind.prefix.isEmpty() && id.startsWith(kind.prefix))
                .findFirst();
    }

    Optional<Kind> named(String type) {
        return Optional.ofNullable(byName.get(type));
    }

    String arn(Site site) {
        StringBuilder arn = new StringBuilder(96);
        arn.append(head[0])
                .append(':')
                .append(head[1])
                .append(':')
                .append(head[2])
                .append(':');
        arn.append(head[3].isEmpty() ? "" : site.regionName()).append(':');
        arn.append(head[4].equals(Templates.ACCOUNT) ? site.accountId() : head[4])
                .append(':');
        pieces.forEach(piece -> arn.append(piece.apply(site)));
        return arn.toString();
    }

    /** {@return a name that people may have given; no other of the kind in the region has it, or anywhere where that matters} */
    String name(Site site) {
        long bits = site.bits(1);
        String name = PRODUCTS.get((int) (bits & 15)) + "-" + STAGES.get((int) (bits >>> 4 & 0xffff) % STAGES.size())
                + "-" + base + "-" + Integer.toString(site.index(), Character.MAX_RADIX);
        return name
                + (head[3].isEmpty() && !global ? "-" + site.region() : "")
                + (head[4].isEmpty() ? "-" + site.accountId().substring(3) : "");
    }

    /** {@return what a resource is called that has no tag to say so} */
    String id(Site site) {
        return entry.form().endsWith("{name}") ? name(site) : site.arn().lastSegment();
    }

    /** {@return how well this kind's ARNs fit one, 0 where they do not} */
    int fits(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length == 6
                        && parts[2].equals(head[2])
                        && parts[3].isEmpty() == head[3].isEmpty()
                        && parts[4].equals(head[4])
                        && resources.matcher(parts[5]).matches()
                ? 1 + entry.form().replaceAll("\\{[^}]+}", "").length()
                : 0;
    }
}
