package io.awsaudit.benchmarks;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.estate.Estate;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.RuleTimer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what each check's rules cost, and how that grows with the resources of an account. */
@Command(
        name = "localstack/benchmark rules",
        description =
                "Runs the rules of each check alone on one account, and on one four times as large; says which are the dearest,"
                        + " and which cost grows faster than the account.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class RuleCosts implements Runnable {
    private static final int FACTOR = 4;
    /** What is cheaper is noise. */
    private static final double LEAST_MILLISECONDS = 5;

    @Option(names = "--resources", paramLabel = "N", description = "How many the smaller account has.")
    private long resources = 10_000;

    @Option(names = "--even", description = "As many of each type, so that joins of rare types show how they grow.")
    private boolean even;

    @Option(names = "--check", paramLabel = "TEXT", description = "Only checks with this in their id.")
    private String part = "";

    @Option(names = "--runs", paramLabel = "N", description = "The cheapest of so many runs counts.")
    private int runs = 3;

    @Option(
            names = "--limit",
            paramLabel = "FACTOR",
            description = "The exponent from which on growth is complained of.")
    private double limit = 1.2;

    @Option(names = "--top", paramLabel = "N", description = "How many of the dearest to print.")
    private int top = 10;

    private record Line(String check, RuleTimer.Cost small, RuleTimer.Cost large) {
        double exponent() {
            return Math.log((double) large.nanoseconds() / small.nanoseconds())
                    / Math.log((double) large.facts() / small.facts());
        }

        double milliseconds() {
            return large.nanoseconds() / 1e6;
        }

        void print() {
            System.out.printf(
                    "%-70s %8d %9d %9.1f %9.2f %9.0f %6.2f%n",
                    check,
                    large.facts(),
                    large.firings(),
                    milliseconds(),
                    large.nanoseconds() / 1e3 / Math.max(1, large.facts()),
                    (double) large.bytes() / Math.max(1, large.facts()),
                    exponent());
        }
    }

    private RuleCosts() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new RuleCosts()).execute(arguments));
    }

    @Override
    public void run() {
        Catalog catalog = Catalog.builtIn();
        RuleTimer small = timer(resources);
        RuleTimer large = timer(resources * FACTOR);
        Map<String, List<Check>> byRule = new LinkedHashMap<>();
        catalog.checks().stream()
                .filter(check -> check.id().contains(part) || check.rule().contains(part))
                .forEach(check -> byRule.computeIfAbsent(check.rule(), rule -> new ArrayList<>())
                        .add(check));
        byRule.values().forEach(checks -> small.cheapest(catalog, checks, 1)); // for the compiler to warm up
        List<Line> lines = new ArrayList<>();
        byRule.forEach((rule, checks) -> {
            RuleTimer.Cost few = small.cheapest(catalog, checks, runs);
            RuleTimer.Cost many = large.cheapest(catalog, checks, runs);
            if (few.facts() > 0 && many.facts() > few.facts()) {
                lines.add(new Line(rule, few, many));
            }
        });
        System.out.printf(
                "%-70s %8s %9s %9s %9s %9s %6s%n",
                "rules, on one account of " + resources * FACTOR + (even ? ", even" : ""),
                "facts",
                "firings",
                "ms",
                "us/fact",
                "B/fact",
                "grows^");
        lines.stream()
                .sorted(Comparator.comparing(Line::milliseconds).reversed())
                .limit(top)
                .forEach(Line::print);
        System.out.printf(
                "%-70s %8s %9s %9.1f%n",
                "all " + lines.size(),
                "",
                "",
                lines.stream().mapToDouble(Line::milliseconds).sum());
        System.out.printf("%nfaster than the account to the power of %.1f:%n", limit);
        lines.stream()
                .filter(line -> line.milliseconds() >= LEAST_MILLISECONDS && line.exponent() > limit)
                .sorted(Comparator.comparing(Line::exponent).reversed())
                .forEach(Line::print);
    }

    private RuleTimer timer(long many) {
        Estate estate =
                even ? Estate.even(many, 1, 1, 1, Checkout.cases()) : Estate.of(many, 1, 1, 1, Checkout.cases());
        Inventory inventory = estate.inventory();
        return new RuleTimer(inventory);
    }
}
