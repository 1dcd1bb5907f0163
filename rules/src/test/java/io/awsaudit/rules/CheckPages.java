package io.awsaudit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The check reference: a Markdown page for each check and framework, and an index. */
final class CheckPages {
    private final Catalog catalog;
    private final Collection<CaseRunner.Case> cases;

    CheckPages(Catalog catalog, Collection<CaseRunner.Case> cases) {
        this.catalog = catalog;
        this.cases = cases;
    }

    /** {@return the pages by file name} */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        catalog.checks().forEach(check -> pages.put(check.id() + ".md", page(check)));
        catalog.frameworks().forEach(framework -> pages.put("framework-" + framework.id() + ".md", page(framework)));
        pages.put("README.md", index());
        return pages;
    }

    private String page(Check check) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + check.id());
        lines.add("");
        lines.add("**" + check.title() + "**");
        lines.add("");
        check.deprecated().ifPresent(why -> lines.add("> Deprecated: " + why + "\n"));
        lines.add("| | |");
        lines.add("|---|---|");
        lines.add("| Severity | " + check.severity().word() + " |");
        lines.add("| Pillar | " + check.pillar().word()
                + check.bestPractice().map(id -> ", " + id).orElse("") + " |");
        lines.add("| Judges | `" + check.resourceType() + "` |");
        row(lines, "Reads", check.reads());
        row(lines, "AWS Config", check.configRules());
        row(lines, "Security Hub", check.securityHub());
        List<String> controls = catalog.frameworks().stream()
                .flatMap(framework -> framework.controls().stream()
                        .filter(control -> control.checks().contains(check.id()))
                        .map(control ->
                                "[" + framework.id() + "](framework-" + framework.id() + ".md) " + control.id()))
                .toList();
        if (!controls.isEmpty()) {
            lines.add("| Frameworks | " + String.join(", ", controls) + " |");
        }
        lines.add("| Source | <" + check.source() + "> |");
        lines.add("");
        lines.add("## Why it matters");
        lines.add("");
        lines.add(check.why());
        lines.add("");
        lines.add("## How to fix it");
        lines.add("");
        lines.add(check.fix());
        check.cli().ifPresent(commands -> code(lines, "sh", commands));
        check.terraform().ifPresent(block -> code(lines, "hcl", block));
        if (!check.parameters().isEmpty()) {
            lines.add("");
            lines.add("## Parameters");
            lines.add("");
            lines.add("| name | standard | about |");
            lines.add("|---|---|---|");
            check.parameters()
                    .forEach(parameter -> lines.add("| `" + parameter.name() + "` | `" + parameter.standard() + "` | "
                            + parameter.about() + " |"));
        }
        lines.add("");
        lines.add("## Verdicts by example");
        lines.add("");
        lines.add("| case | verdict |");
        lines.add("|---|---|");
        cases.stream()
                .filter(example -> example.check().equals(check))
                .forEach(example ->
                        lines.add("| " + example.name().replace("|", "\\|") + " | " + example.expect() + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static void code(List<String> lines, String language, String text) {
        lines.add("");
        lines.add("```" + language);
        lines.add(text);
        lines.add("```");
    }

    private static void row(List<String> lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add("| " + name + " | "
                    + values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", ")) + " |");
        }
    }

    private static String page(Framework framework) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + framework.title());
        lines.add("");
        lines.add(
                "Id `" + framework.id() + "`. Source: <" + framework.source() + ">. The wording of controls is ours.");
        lines.add("");
        lines.add(coverage(framework));
        lines.add("");
        lines.add("| control | asks | answered by |");
        lines.add("|---|---|---|");
        framework
                .controls()
                .forEach(control -> lines.add("| " + control.id() + " | " + control.title()
                        + control.guidance()
                                .map(text -> "<br>" + text.replace("\n", " "))
                                .orElse("") + " | "
                        + (control.manual() ? "a person" + (control.checks().isEmpty() ? "" : ", with ") : "")
                        + control.checks().stream()
                                .map(id -> "[" + id + "](" + id + ".md)")
                                .collect(Collectors.joining(", "))
                        + control.unanswered().map(why -> "nothing yet: " + why).orElse("")
                        + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String coverage(Framework framework) {
        long manual =
                framework.controls().stream().filter(Framework.Control::manual).count();
        long unanswered = framework.controls().stream()
                .filter(control -> control.unanswered().isPresent())
                .count();
        long hinted = framework.controls().stream()
                .filter(control -> control.manual() && !control.checks().isEmpty())
                .count();
        return "Of " + framework.controls().size() + " controls, checks answer "
                + (framework.controls().size() - manual - unanswered) + "; " + manual + " are for a person to decide ("
                + hinted + " of them with checks that help); " + unanswered + " are not answered yet.";
    }

    private String index() {
        List<String> lines = new ArrayList<>();
        lines.add("# Check reference");
        lines.add("");
        lines.add(catalog.checks().size() + " checks. This folder is written from the checks themselves.");
        lines.add("");
        lines.add("## Frameworks");
        lines.add("");
        lines.add("Each page says which checks answer which control, and which controls none answers.");
        lines.add("");
        catalog.frameworks()
                .forEach(framework -> lines.add(
                        "- [" + framework.title() + "](framework-" + framework.id() + ".md): " + coverage(framework)));
        lines.add("");
        lines.add("## Services");
        catalog.checks().stream()
                .collect(Collectors.groupingBy(Check::service, TreeMap::new, Collectors.toList()))
                .forEach((service, checks) -> {
                    lines.add("");
                    lines.add("## " + service);
                    lines.add("");
                    lines.add("| check | severity | asks |");
                    lines.add("|---|---|---|");
                    checks.forEach(check -> lines.add("| [" + check.id() + "](" + check.id() + ".md) | "
                            + check.severity().word() + " | " + check.title() + " |"));
                });
        return String.join("\n", lines) + "\n";
    }
}
