package io.awsaudit.cli;

import io.awsaudit.collectors.ConnectionException;
import io.awsaudit.inventory.snapshot.SnapshotException;
import io.awsaudit.reports.ReportException;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.json.ResultException;
import io.awsaudit.rules.CatalogException;
import io.awsaudit.rules.FindingsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program {@code aws-audit}. */
@Command(
        name = "aws-audit",
        mixinStandardHelpOptions = true,
        versionProvider = AwsAudit.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Audits AWS accounts for security and compliance, and says when it could not see.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing at or above the threshold (--fail-on)",
            "1:findings at or above the threshold",
            "2:wrong usage or configuration",
            "3:the scan could not run, or its results could not be written",
            "4:nothing at the threshold, but some checks could not be decided (see --allow-unknown)",
            "130:stopped by SIGINT, as Ctrl-C sends it (143: by SIGTERM); see --snapshot and --resume"
        },
        footer = {"", "Try 'aws-audit demo' first; then 'aws-audit scan --profile NAME'."})
final class AwsAudit implements Runnable {
    /** The commands by their names, in the order of {@code --help}. */
    private static final Map<String, Class<?>> COMMANDS = commands(
            ScanCommand.class,
            CollectCommand.class,
            EvaluateCommand.class,
            ReportCommand.class,
            DiffCommand.class,
            HistoryCommand.class,
            DemoCommand.class,
            ChecksCommand.class,
            FrameworksCommand.class,
            SuppressCommand.class,
            IamPolicyCommand.class,
            CompletionCommand.class);

    @Spec
    private CommandSpec spec;

    private AwsAudit() {}

    private static Map<String, Class<?>> commands(Class<?>... classes) {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        for (Class<?> command : classes) {
            commands.put(command.getAnnotation(Command.class).name(), command);
        }
        return commands;
    }

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(System.err, true);
        Signals.handle();
        System.exit(run(new PrintWriter(System.out, true), err, args));
    }

    /** Runs the program. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = commandLine(args).setOut(out).setErr(err);
        try {
            if (!asksForHelp(args) && !writesConfiguration(args)) {
                Configuration configuration = Configuration.find(configOf(args));
                line.setDefaultValueProvider(configuration);
                configure(line, configuration);
            }
            int code = line.execute(args);
            out.flush();
            if (out.checkError()) {
                print(err, "Cannot write to standard output: its reader went away, or its disk is full.");
                return ExitCode.FAILED;
            }
            return code;
        } catch (UsageException e) {
            print(err, String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        } catch (OutOfMemoryError e) {
            print(err, "Not enough memory. Give it more, as in AWS_AUDIT_OPTS=-Xmx4g.");
            return ExitCode.FAILED;
        } catch (StackOverflowError e) {
            print(err, "Not enough stack: something is nested too deeply. Please report it.");
            return ExitCode.FAILED;
        }
    }

    /** The file that it is to make may not be there yet. */
    private static boolean writesConfiguration(String... args) {
        return args.length > 0 && args[0].equals("suppress");
    }

    private static boolean asksForHelp(String... args) {
        return Arrays.stream(args)
                .anyMatch(argument -> List.of("-h", "--help", "-V", "--version").contains(argument));
    }

    private static void configure(CommandLine line, Configuration configuration) {
        if (line.getCommand() instanceof ConfiguredCommand command) {
            command.configuration = configuration;
        }
        line.getSubcommands().values().forEach(sub -> configure(sub, configuration));
    }

    /** {@return the program with all of its commands} */
    static CommandLine commandLine() {
        return commandLine(COMMANDS.keySet());
    }

    /** What is read off the options of a command takes a while, so of a command that is named, no other is read. */
    private static CommandLine commandLine(String... args) {
        String first = args.length == 0 ? "" : args[0];
        return first.equals("completion") || !COMMANDS.containsKey(first)
                ? commandLine(Set.of("-V", "--version").contains(first) ? Set.of() : COMMANDS.keySet())
                : commandLine(Set.of(first));
    }

    private static CommandLine commandLine(Set<String> commands) {
        CommandLine line = new CommandLine(new AwsAudit());
        COMMANDS.forEach((name, command) -> {
            if (commands.contains(name)) {
                line.addSubcommand(name, command);
            }
        });
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Explain());
    }

    /** The file that {@code --config} names has to be known before the options that it gives defaults for are read. */
    private static Optional<Path> configOf(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--config=")) {
                return Optional.of(Path.of(args[i].substring("--config=".length())));
            }
            if (args[i].equals("--config") && i + 1 < args.length) {
                return Optional.of(Path.of(args[i + 1]));
            }
        }
        return Optional.empty();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static void print(PrintWriter err, String message) {
        message.lines().forEach(line -> err.println("aws-audit: " + Text.visible(line)));
        err.flush();
    }

    /** {@return the version of this program} */
    static String version() {
        return Optional.ofNullable(AwsAudit.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Properties java = System.getProperties();
            return new String[] {
                "aws-audit " + version(),
                "Java " + java.getProperty("java.version") + ", " + java.getProperty("os.name")
            };
        }
    }

    /** Turns failures into a plain line or two that say what to do, with a stack trace only if asked for. */
    private static final class Explain implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
            boolean expected = failure instanceof UsageException
                    || failure instanceof CatalogException
                    || failure instanceof SnapshotException
                    || failure instanceof ResultException
                    || failure instanceof ConnectionException
                    || failure instanceof FindingsException
                    || failure instanceof ReportException;
            boolean verbose = Arrays.asList(parsed.originalArgs().toArray()).stream()
                    .anyMatch(argument -> argument.equals("-v") || argument.equals("--verbose"));
            if (failure instanceof ReportException report && report.isReaderGone() && !verbose) {
                return ExitCode.FAILED; // 'aws-audit ... | head' has what it wants, and who runs it needs no message
            }
            print(
                    line.getErr(),
                    expected
                            ? String.valueOf(failure.getMessage())
                            : "Internal error: " + failure + System.lineSeparator()
                                    + "Please report it, with what 'aws-audit -v' prints.");
            if (verbose) {
                failure.printStackTrace(line.getErr());
            }
            return failure instanceof UsageException
                            || failure instanceof CatalogException
                            || failure instanceof SnapshotException
                            || failure instanceof ResultException
                    ? ExitCode.USAGE
                    : ExitCode.FAILED;
        }
    }
}
