package io.awsaudit.cli;

import io.awsaudit.rules.CaseRunner;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Framework;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, explains and tests checks. */
@Command(
        name = "checks",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists, explains and tests checks.",
        subcommands = {ChecksCommand.ListChecks.class, ChecksCommand.ShowCheck.class, ChecksCommand.TestChecks.class})
final class ChecksCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One line a check. */
    @Command(name = "list", description = "Lists the checks, all or the chosen ones.")
    static final class ListChecks extends AuditCommand {
        @Option(
                names = "--format",
                paramLabel = "NAME",
                defaultValue = "text",
                description = "text or json (default: ${DEFAULT-VALUE}).")
        private String format;

        @Override
        public Integer call() {
            Catalog catalog = catalog();
            List<Check> chosen = chosen(catalog);
            if (Output.isJson(format)) {
                out().println(Output.json(
                        chosen.stream().map(check -> view(check, catalog)).toList()));
            } else {
                Output.table(
                        out(),
                        chosen.stream()
                                .map(check ->
                                        List.of(check.id(), check.severity().word(), check.title()))
                                .toList());
                say(chosen.size() + " checks");
            }
            out().flush();
            return ExitCode.CLEAN;
        }
    }

    /** All about one check. */
    @Command(name = "show", description = "Explains a check: what it asks, why, how to mend a violation.")
    static final class ShowCheck extends AuditCommand {
        @Parameters(paramLabel = "ID", description = "The check's id.")
        private String id;

        @Option(
                names = "--format",
                paramLabel = "NAME",
                defaultValue = "text",
                description = "text or json (default: ${DEFAULT-VALUE}).")
        private String format;

        @Override
        public Integer call() {
            Catalog catalog = catalog();
            Check check = catalog.check(id)
                    .orElseThrow(() -> new UsageException("There is no check '" + id + "'"
                            + Configuration.nearest(
                                    id, catalog.checks().stream().map(Check::id).toList())
                            + ". 'aws-audit checks list' lists them."));
            if (Output.isJson(format)) {
                out().println(Output.json(view(check, catalog)));
            } else {
                out().println(check.title());
                out().println();
                Map<String, Object> facts = view(check, catalog);
                facts.remove("title");
                Output.facts(out(), facts);
            }
            out().flush();
            return ExitCode.CLEAN;
        }
    }

    /** Runs the cases of a user's own checks. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description =
                    "Runs the cases of the checks in a directory, and proves that they are sound under partial data.")
    static final class TestChecks implements java.util.concurrent.Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "Directory with .drl, .yaml and .cases.yaml files.")
        private Path directory;

        @Override
        public Integer call() {
            if (!Files.isDirectory(directory)) {
                throw new UsageException("There is no directory " + directory + ".");
            }
            var out = spec.commandLine().getOut();
            Catalog catalog = Catalog.builtIn().with(directory);
            CaseRunner runner = new CaseRunner(catalog);
            List<CaseRunner.Case> cases = runner.read(directory);
            List<Check> own = catalog.checks().stream()
                    .filter(check -> Catalog.builtIn().check(check.id()).isEmpty())
                    .toList();
            List<String> problems = new ArrayList<>(CaseRunner.missing(own, cases));
            for (CaseRunner.Case example : cases) {
                runner.run(example)
                        .problems()
                        .forEach(problem ->
                                problems.add(example.check().id() + ", case " + example.name() + ": " + problem));
            }
            problems.forEach(out::println);
            out.println(own.size() + " checks, " + cases.size() + " cases, " + problems.size() + " problems");
            out.flush();
            return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
        }
    }

    private static Map<String, Object> view(Check check, Catalog catalog) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", check.id());
        view.put("title", check.title());
        view.put("severity", check.severity().word());
        view.put("service", check.service());
        view.put("pillar", check.pillar().word());
        check.exposure().ifPresent(exposure -> view.put("exposure", exposure.word()));
        check.bestPractice().ifPresent(practice -> view.put("bestPractice", practice));
        view.put("resourceType", check.resourceType());
        view.put("why", check.why());
        view.put("fix", check.fix());
        check.cli().ifPresent(commands -> view.put("cli", commands));
        check.terraform().ifPresent(block -> view.put("terraform", block));
        view.put("reads", check.reads());
        view.put(
                "parameters",
                check.parameters().stream()
                        .collect(Collectors.toMap(
                                parameter -> parameter.name(),
                                parameter -> parameter.standard(),
                                (a, b) -> a,
                                LinkedHashMap::new)));
        view.put("configRules", check.configRules());
        view.put("securityHub", check.securityHub());
        view.put(
                "frameworks",
                catalog.frameworks().stream()
                        .filter(framework -> framework.controls().stream()
                                .anyMatch(control -> control.checks().contains(check.id())))
                        .map(Framework::id)
                        .toList());
        view.put("source", check.source());
        return view;
    }
}
