package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Puts reports, and other files of a scan, into place. A file appears whole or not at all, and replaces an earlier one only when it is whole.
 * Where the file system knows owners, only the owner can read it: a report names all that is weak in an account.
 *
 * <p>A run that is killed as it writes leaves a draft beside the files, under a hidden name. The next run removes it, and
 * knows it from the draft of a run that lives by the lock that the system takes away with its process.
 */
public final class ReportFiles {
    private static final int BUFFER = 1 << 16;

    /** How the name of a file ends while it is being written. */
    private static final String DRAFT = ".aws-audit-draft";

    private static final int ATTEMPTS = 10;

    /** Drafts of this process, which a lock does not keep from itself. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    /** A file that is being written, and locked for as long. */
    private record Draft(Path file, FileChannel channel) {}

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
            sweep(directory);
            discard(draft(directory, "probe"));
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
     * Writes a report in as many files as it takes, and removes those of an earlier run that had more of them, which would be
     * taken for a part of this one.
     *
     * @return the files
     * @throws ReportException when one cannot be written, or removed
     */
    public static List<Path> writeParts(Reporter reporter, AuditResult result, Path directory) {
        List<Path> written = reporter.parts(result).stream()
                .map(part -> write(part, result, directory))
                .toList();
        if (reporter.isInParts()) {
            removeFurtherParts(reporter.fileName(), written.size() + 1, directory);
        }
        return written;
    }

    private static void removeFurtherParts(String name, int first, Path directory) {
        int end = name.lastIndexOf('.');
        boolean removed = true;
        for (int part = first; removed; part++) {
            Path further = directory.resolve(name.substring(0, end) + "-" + part + name.substring(end));
            try {
                removed = Files.deleteIfExists(further);
            } catch (IOException e) {
                throw failure(further, e);
            }
        }
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
        for (Path draft : OWN) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                // The program ends; a later run removes it.
            }
        }
    }

    /**
     * Writes to standard output. Other than {@link System#out} it does not take a failure for a success.
     *
     * @throws ReportException when not all of it can be written, because a disk is full or a reader went away
     */
    public static void print(Content content) {
        try {
            OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
            content.write(out);
            out.flush();
        } catch (JacksonIOException e) {
            throw failure("to standard output", Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failure("to standard output", e);
        }
    }

    private static void createDirectory(Path directory) throws IOException {
        // createDirectories refuses a symbolic link to a directory.
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, permissions(directory.toAbsolutePath(), "rwx------"));
        }
    }

    private static Draft draft(Path directory, String name) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path file = create(directory, name);
            OWN.add(file);
            FileChannel channel;
            try {
                channel = FileChannel.open(file, StandardOpenOption.WRITE);
            } catch (NoSuchFileException e) {
                OWN.remove(file);
                continue;
            }
            Draft draft = new Draft(file, channel);
            // Before it was locked another run may have taken it for a dead one's, and removed it.
            if (lock(channel) && Files.exists(file)) {
                return draft;
            }
            discard(draft);
        }
        throw new FileSystemException(directory.toString(), null, "others remove files there as soon as they are made");
    }

    private static Path create(Path directory, String name) throws IOException {
        try {
            return Files.createTempFile(directory, "." + name + ".", DRAFT, permissions(directory, "rw-------"));
        } catch (AccessDeniedException e) {
            AccessDeniedException ofDirectory =
                    new AccessDeniedException(directory.toAbsolutePath().toString());
            ofDirectory.initCause(e);
            throw ofDirectory;
        }
    }

    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true; // a file system without locks, on which nobody else gets one either
        }
    }

    /** Removes what runs that were killed have left. Whatever is locked belongs to one that lives. */
    private static void sweep(Path directory) {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory, ".*" + DRAFT)) {
            for (Path draft : drafts) {
                if (!OWN.contains(draft) && Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfDead(draft);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What cannot be tidied up stays; a report matters more.
        }
    }

    private static void removeIfDead(Path draft) {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Somebody else's, or gone already.
        }
    }

    private static void writeWhole(Path file, Path directory, Content content) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "a directory has that name");
        }
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a device or a pipe, which cannot be replaced");
        }
        sweep(directory);
        Draft draft = draft(directory, file.getFileName().toString());
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(draft.channel()), BUFFER);
            content.write(out);
            out.flush();
            draft.channel().force(true); // else a crash can leave the name in place and the content not
            Files.move(draft.file(), file, StandardCopyOption.ATOMIC_MOVE); // while it is locked
            draft.channel().close();
            OWN.remove(draft.file());
        } catch (IOException | RuntimeException | Error e) {
            try {
                discard(draft);
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private static void discard(Draft draft) throws IOException {
        try (FileChannel channel = draft.channel()) {
            Files.deleteIfExists(draft.file());
        } finally {
            OWN.remove(draft.file());
        }
    }

    private static FileAttribute<?>[] permissions(Path near, String permissions) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static ReportException failure(Object place, IOException cause) {
        return new ReportException("Cannot write " + place + ": " + advice(cause), cause, isReaderGone(cause));
    }

    private static String advice(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission on " + denied.getFile() + ". Choose a directory that you can write to.";
        }
        if (cause instanceof FileAlreadyExistsException taken) {
            if (Files.isSymbolicLink(Path.of(taken.getFile()))) {
                return taken.getFile() + " is a link to nothing. Choose another directory, or mend the link.";
            }
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
        if (words.contains("file too large")) {
            return reason + ". Allow larger files (ulimit -f), or choose a directory on another disk.";
        }
        if (isReaderGone(cause)) {
            return "its reader went away before the end.";
        }
        if (words.contains("read-only")) {
            return reason + ". Choose a directory that you can write to.";
        }
        return reason + ".";
    }

    private static boolean isReaderGone(IOException cause) {
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("broken pipe") || words.contains("pipe is being closed");
    }
}
