package io.awsaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import picocli.CommandLine;

/**
 * Gives the classes of picocli the stack maps that newer class files carry, when the program is packed. It is compiled for Java 5:
 * the JVM keeps no such class in an archive, nor any that extends one, and verifies each by inference anew at every start, which
 * was a fifth of the time of a short command. What the classes do stays the same.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.10">JVM specification: verification</a>
 */
final class StackMaps {
    private StackMaps() {}

    /**
     * Writes the jar of picocli anew, under its own name.
     *
     * @param arguments the folder to write it into
     */
    public static void main(String... arguments) throws IOException, URISyntaxException {
        Path jar = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path target = folder.resolve(jar.getFileName());
        if (Files.exists(target) && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return;
        }
        Path draft = folder.resolve(jar.getFileName() + ".draft");
        try (JarFile from = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(draft);
                JarOutputStream to = new JarOutputStream(file)) {
            Enumeration<JarEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                copy(from, entries.nextElement(), to);
            }
        }
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        JarEntry same = new JarEntry(entry.getName());
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        try (InputStream in = from.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            boolean old = entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
            to.write(old ? withMaps(bytes) : bytes);
        }
        to.closeEntry();
    }

    private static byte[] withMaps(byte[] bytes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return CommandLine.class.getClassLoader();
            }
        };
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visit(
                                    int version,
                                    int access,
                                    String name,
                                    @Nullable String signature,
                                    @Nullable String superName,
                                    String @Nullable [] interfaces) {
                                super.visit(
                                        Math.max(version, Opcodes.V1_8),
                                        access,
                                        name,
                                        signature,
                                        superName,
                                        interfaces);
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
