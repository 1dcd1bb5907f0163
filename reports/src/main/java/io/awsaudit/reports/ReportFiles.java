package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Puts reports, and other files of a scan, into place. A file appears whole or not at all, and replaces an earlier one only when it is whole.
 * Where the file system knows owners, only the owner can read it: a report names all that is weak in an account.
 */
public final class ReportFiles {
    private static final int BUFFER = 1 << 16;
    private static final Set<Path> DRAFTS = ConcurrentHashMap.newKeySet();

    private ReportFiles() {}

    /** Something that can be written to a stream. */
    public interface Content {
        /**
         * Writes all of it, to a stream that stays open.
         *
         * @throws IOException as the stream throws it
         */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Makes a directory where there is none yet, and sees that files can be written into it; so that what would fail at
     * the end of a scan fails before it.
     *
     * @throws ReportException when they cannot
     */
    public static void prepare(Path directory) {
        try {
            createDirectory(directory);
            Files.delete(draft(directory, "probe"));
        } catch (IOException e) {
            throw failure(directory, e);
        }
    }

    /**
     * Writes a report, and its directory where there is none yet.
     *
     * @return the file
     * @throws ReportException when it cannot be written; an earlier report of that name is then still there
     */
    public static Path write(Reporter reporter, AuditResult result, Path directory) {
        Path file = directory.resolve(reporter.fileName());
        write(file, out -> reporter.write(result, out));
        return file;
    }

    /**
     * Writes a file, and its directory where there is none yet.
     *
     * @throws ReportException when it cannot be written; an earlier file of that name is then still there
     */
    public static void write(Path file, Content content) {
        try {
            Path directory = file.getParent() == null ? Path.of("") : file.getParent();
            createDirectory(directory);
            writeWhole(file, directory, content);
        } catch (JacksonIOException e) {
            throw failure(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Removes what is being written at this moment, for a program that ends now. */
    public static void discardDrafts() {
        for (Path draft : DRAFTS) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                // The program ends; a later run removes it.
            }
        }
    }

    private static void createDirectory(Path directory) throws IOException {
        // createDirectories refuses a symbolic link to a directory.
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, permissions(directory.toAbsolutePath(), "rwx------"));
        }
    }

    private static Path draft(Path directory, String name) throws IOException {
        try {
            return Files.createTempFile(directory, "." + name + ".", ".tmp", permissions(directory, "rw-------"));
        } catch (AccessDeniedException e) {
            AccessDeniedException ofDirectory =
                    new AccessDeniedException(directory.toAbsolutePath().toString());
            ofDirectory.initCause(e);
            throw ofDirectory;
        }
    }

    private static void writeWhole(Path file, Path directory, Content content) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "a directory has that name");
        }
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a device or a pipe, which cannot be replaced");
        }
        Path draft = draft(directory, file.getFileName().toString());
        DRAFTS.add(draft);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.write(out);
                out.flush();
                channel.force(true); // else a crash can leave the name in place and the content not
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            discard(draft, e);
            throw e;
        } finally {
            DRAFTS.remove(draft);
        }
    }

    private static void discard(Path draft, Exception because) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static FileAttribute<?>[] permissions(Path near, String permissions) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static ReportException failure(Path place, IOException cause) {
        return new ReportException("Cannot write " + place + ": " + advice(cause), cause);
    }

    private static String advice(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission on " + denied.getFile() + ". Choose a directory that you can write to.";
        }
        if (cause instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is a file, not a directory. Choose another directory, or move the file away.";
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there and cannot be made. Choose another directory.";
        }
        // The words of the operating system are all that tells these apart.
        String reason = cause instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : String.valueOf(cause.getMessage());
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("not a directory")) {
            return "there is a file on the way to it. Choose another directory, or move the file away.";
        }
        if (words.contains("no space left") || words.contains("not enough space") || words.contains("quota")) {
            return reason + ". Free some space, or choose a directory on another disk.";
        }
        if (words.contains("read-only")) {
            return reason + ". Choose a directory that you can write to.";
        }
        return reason + ".";
    }
}
