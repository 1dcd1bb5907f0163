package io.awsaudit.cli;

import io.awsaudit.reports.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have in common that end in reports: the configuration file, and how much is said. */
@Command(mixinStandardHelpOptions = true, sortOptions = false, showDefaultValues = false)
abstract class ConfiguredCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    Configuration configuration = Configuration.NONE;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (default: aws-audit.yaml, if there is one).")
    @Nullable
    Path config;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more: timings, every gap, and stack traces of errors.")
    boolean verbose;

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    void say(String line) {
        if (!quiet) {
            err().println(Text.visible(line)); // much of it comes from an account
            err().flush();
        }
    }

    void sayMore(String line) {
        if (verbose) {
            say(line);
        }
    }

    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
