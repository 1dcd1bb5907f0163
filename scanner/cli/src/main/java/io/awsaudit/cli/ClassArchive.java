package io.awsaudit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The archive of classes that later runs start from, written at the end of a run that did all it should; the launcher asks
 * for it. The JVM could do so by itself as it exits, and would then also keep a run that was interrupted from ending.
 */
final class ClassArchive {
    /** The system property that names the file. */
    private static final String FILE = "awsaudit.archive";

    private ClassArchive() {}

    /** Writes the archive if it was asked for. It appears whole or not at all; without it the next run only starts slower. */
    static void writeIfAsked() {
        @Nullable String file = System.getProperty(FILE);
        if (file == null) {
            return;
        }
        Path archive = Path.of(file);
        Path draft = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid());
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // the JDK says there what it wrote
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", draft.toString()}},
                            new String[] {String[].class.getName()});
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (JMException | IOException | RuntimeException e) {
            // Not every JVM can write one.
        } finally {
            System.setOut(out);
        }
    }
}
