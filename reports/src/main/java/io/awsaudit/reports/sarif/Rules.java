package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.reports.json.JsonText;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Pillar;
import io.awsaudit.rules.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The tool that made a run, with a descriptor for each check and for each notification. */
final class Rules {
    /** As semver.org writes it; of anything else GitHub could not say which of two is the newer. */
    private static final Pattern SEMANTIC_VERSION =
            Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    private final String version;
    private final List<Check> checks;
    private final Taxonomies taxonomies;
    private final Map<String, Integer> indices = new HashMap<>();

    Rules(AuditResult result, Taxonomies taxonomies) {
        this.version = result.toolVersion();
        this.checks = result.checks()
                .subList(0, Math.min(Limits.RULES, result.checks().size()));
        this.taxonomies = taxonomies;
        checks.forEach(check -> indices.put(check.id(), indices.size()));
    }

    /** {@return the place of a check among the descriptors; empty for one that was not evaluated} */
    OptionalInt index(String id) {
        Integer index = indices.get(id);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** {@return a check by its id; empty for one that was not evaluated} */
    Optional<Check> check(String id) {
        return Optional.ofNullable(indices.get(id)).map(checks::get);
    }

    static String levelOf(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    void driver(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", "aws-audit");
        json.writeStringProperty("version", version);
        if (SEMANTIC_VERSION.matcher(version).matches()) {
            json.writeStringProperty("semanticVersion", version);
        }
        json.writeArrayPropertyStart("rules");
        checks.forEach(check -> rule(json, check));
        json.writeEndArray();
        Notice.descriptors(json);
        taxonomies.supported(json);
        json.writeEndObject();
    }

    private void rule(JsonGenerator json, Check check) {
        json.writeStartObject();
        json.writeStringProperty("id", check.id());
        json.writeStringProperty("name", Excerpt.of(pascalCase(check.id()), Limits.NAME)); // the form that 3.49.7 shows
        if (!check.aliases().isEmpty()) {
            JsonText.strings(json, "deprecatedIds", check.aliases());
        }
        Message.write(json, "shortDescription", Excerpt.of(check.title(), Limits.DESCRIPTION));
        Message.write(json, "fullDescription", Excerpt.of(check.why(), Limits.DESCRIPTION));
        json.writeObjectPropertyStart("help");
        json.writeStringProperty("text", helpText(check));
        json.writeStringProperty("markdown", helpMarkdown(check));
        json.writeEndObject();
        if (isPage(check.source())) {
            json.writeStringProperty("helpUri", check.source());
        }
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", levelOf(check.severity()));
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        JsonText.strings(json, "tags", tags(check));
        json.writeStringProperty("precision", "high");
        json.writeStringProperty("problem.severity", problemSeverityOf(check.severity()));
        if (check.pillar() == Pillar.SECURITY) { // GitHub takes whatever has such a number for a security alert
            json.writeStringProperty("security-severity", securitySeverityOf(check.severity()));
        }
        json.writeEndObject();
        taxonomies.relationships(json, check.id());
        json.writeEndObject();
    }

    static String pascalCase(String id) {
        return Arrays.stream(id.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private List<String> tags(Check check) {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(check.pillar().word());
        tags.add(check.service());
        check.bestPractice().ifPresent(tags::add);
        tags.addAll(taxonomies.namesOf(check.id()));
        return tags.stream().limit(Limits.TAGS).toList();
    }

    /** The middle of the band that GitHub gives each word: over 9.0, 7.0 to 8.9, 4.0 to 6.9, 0.1 to 3.9. */
    private static String securitySeverityOf(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.5";
        };
    }

    private static String problemSeverityOf(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "recommendation";
        };
    }

    private static String helpText(Check check) {
        return check.why() + "\n\nFix: " + check.fix()
                + check.cli().map(commands -> "\n\n" + commands).orElse("") + "\n\nSource: " + check.source();
    }

    private static String helpMarkdown(Check check) {
        List<String> facts = new ArrayList<>();
        facts.add("Severity: " + check.severity().word());
        facts.add("Pillar: " + check.pillar().word().replace('-', ' ')
                + check.bestPractice().map(practice -> ", " + practice).orElse(""));
        facts.add("Resource: " + check.resourceType());
        if (!check.configRules().isEmpty()) {
            facts.add("AWS Config: " + String.join(", ", check.configRules()));
        }
        if (!check.securityHub().isEmpty()) {
            facts.add("Security Hub: " + String.join(", ", check.securityHub()));
        }
        String source = isPage(check.source())
                ? "[What AWS says](<" + check.source() + ">)"
                : "Source: " + Message.markdown(check.source());
        return Message.markdown(check.why()) + "\n\n**Fix:** " + Message.markdown(check.fix()) + "\n\n"
                + check.cli().map(commands -> code("sh", commands)).orElse("")
                + check.terraform().map(block -> code("hcl", block)).orElse("")
                + facts.stream().map(fact -> "- " + Message.markdown(fact)).collect(Collectors.joining("\n")) + "\n\n"
                + source;
    }

    /** A fence that no text within can close: it is one backtick longer than any there. */
    private static String code(String language, String text) {
        int longest = 2;
        for (int i = 0, run = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + language + "\n" + text + "\n" + fence + "\n\n";
    }

    static boolean isPage(String text) {
        try {
            String scheme = new URI(text).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
