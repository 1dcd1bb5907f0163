package io.awsaudit.cli;

import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Framework;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and explains frameworks. */
@Command(
        name = "frameworks",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists and explains frameworks.",
        subcommands = {FrameworksCommand.ListFrameworks.class, FrameworksCommand.ShowFramework.class})
final class FrameworksCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One line a framework. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the frameworks.")
    static final class ListFrameworks implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--format",
                paramLabel = "NAME",
                defaultValue = "text",
                description = "text or json (default: ${DEFAULT-VALUE}).")
        private String format;

        @Override
        public Integer call() {
            var out = spec.commandLine().getOut();
            var frameworks = Catalog.builtIn().frameworks();
            if (Output.isJson(format)) {
                out.println(Output.json(frameworks.stream()
                        .map(framework -> Map.of(
                                "id", framework.id(),
                                "title", framework.title(),
                                "controls", framework.controls().size(),
                                "automated", automated(framework),
                                "unanswered", unanswered(framework)))
                        .toList()));
            } else {
                Output.table(
                        out,
                        frameworks.stream()
                                .map(framework -> List.of(
                                        framework.id(),
                                        framework.title() + ": "
                                                + framework.controls().size() + " controls, " + automated(framework)
                                                + " automated"
                                                + (unanswered(framework) == 0
                                                        ? ""
                                                        : ", " + unanswered(framework) + " not answered yet")))
                                .toList());
            }
            out.flush();
            return ExitCode.CLEAN;
        }

        private static long automated(Framework framework) {
            return framework.controls().stream()
                    .filter(control -> !control.manual() && control.unanswered().isEmpty())
                    .count();
        }

        private static long unanswered(Framework framework) {
            return framework.controls().stream()
                    .filter(control -> control.unanswered().isPresent())
                    .count();
        }
    }

    /** Every control of one framework. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Lists every control of a framework, with its checks.")
    static final class ShowFramework implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "The framework's id.")
        private String id;

        @Option(
                names = "--format",
                paramLabel = "NAME",
                defaultValue = "text",
                description = "text or json (default: ${DEFAULT-VALUE}).")
        private String format;

        @Override
        public Integer call() {
            var out = spec.commandLine().getOut();
            Catalog catalog = Catalog.builtIn();
            Framework framework = catalog.framework(id)
                    .orElseThrow(() -> new UsageException("There is no framework '" + id + "'"
                            + Configuration.nearest(
                                    id,
                                    catalog.frameworks().stream()
                                            .map(Framework::id)
                                            .toList())
                            + ". 'aws-audit frameworks list' lists them."));
            if (Output.isJson(format)) {
                out.println(Output.json(view(framework)));
            } else {
                out.println(framework.title());
                out.println();
                Output.table(
                        out,
                        framework.controls().stream()
                                .map(control -> List.of(
                                        control.id(),
                                        control.manual()
                                                ? "manual"
                                                : control.unanswered().isPresent() ? "unanswered" : "",
                                        control.title()
                                                + (control.checks().isEmpty()
                                                        ? ""
                                                        : "  [" + String.join(", ", control.checks()) + "]")))
                                .toList());
            }
            out.flush();
            return ExitCode.CLEAN;
        }

        private static Map<String, Object> view(Framework framework) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("id", framework.id());
            view.put("title", framework.title());
            view.put("source", framework.source());
            view.put(
                    "controls",
                    framework.controls().stream()
                            .map(control -> {
                                Map<String, Object> row = new LinkedHashMap<>();
                                row.put("id", control.id());
                                row.put("title", control.title());
                                row.put("level", control.level());
                                row.put("assessment", control.manual() ? "manual" : "automated");
                                row.put("checks", control.checks());
                                control.guidance().ifPresent(guidance -> row.put("guidance", guidance));
                                control.unanswered().ifPresent(why -> row.put("unanswered", why));
                                return row;
                            })
                            .toList());
            return view;
        }
    }
}
