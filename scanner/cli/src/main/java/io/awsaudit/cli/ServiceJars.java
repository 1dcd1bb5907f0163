package io.awsaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Leaves in the AWS SDK's jars of services what the program can call, when it is packed. The SDK has some twelve thousand
 * operations, each with classes for what is asked and answered; collectors call a few hundred, and the rest was nine tenths of
 * what users had to fetch. Of a client only the methods stay that something calls; of the other classes those that something
 * refers to. Signing in ({@link #WHOLE}) finds its classes by name, and is left as it is.
 *
 * <p>Written once for each jar, and anew when what the collectors use of it has changed.
 */
final class ServiceJars {
    private static final String SERVICES = "software/amazon/awssdk/services/";
    private static final String CLASS = ".class";

    /** Services with code of their own that looks for classes by name. */
    private static final Set<String> WHOLE = Set.of("s3", "s3control", "sso", "ssooidc", "sts", "signin");

    /** Of a client, besides what is called: what makes it, names it and closes it. */
    private static final Set<String> OF_EACH_CLIENT =
            Set.of("<init>", "<clinit>", "builder", "close", "create", "serviceClientConfiguration", "serviceName");

    private static final Pattern NAMES_IN_DESCRIPTORS = Pattern.compile("L([\\w/$]+)[;<]");

    private ServiceJars() {}

    /**
     * Writes every jar of the SDK on the class path into a folder, under its own name.
     *
     * @param arguments the folder
     */
    public static void main(String... arguments) throws IOException, URISyntaxException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Uses uses = new Uses();
        Set<Path> jars = new TreeSet<>();
        for (URL manifest : Collections.list(ServiceJars.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            if (manifest.getProtocol().equals("jar") && manifest.getPath().contains("/software/amazon/awssdk/")) {
                jars.add(Path.of(URI.create(manifest.getPath().replaceFirst("!.*", ""))));
            }
        }
        if (jars.isEmpty()) {
            throw new IllegalStateException("There is no jar of the AWS SDK on the class path.");
        }
        uses.addAllOf(origin("io/awsaudit/collectors/CollectionPlan.class"));
        Set<String> written = new HashSet<>();
        for (Path jar : jars) {
            new ServiceJar(jar, uses).write(folder);
            written.add(String.valueOf(jar.getFileName()));
        }
        try (Stream<Path> others = Files.list(folder)) {
            for (Path other : others.toList()) {
                if (!written.contains(other.getFileName().toString().replaceAll("\\.uses$", ""))) {
                    Files.delete(other);
                }
            }
        }
    }

    /** {@return the folder or the jar that a class of ours comes from} */
    private static Path origin(String entry) throws URISyntaxException {
        URL place = ServiceJars.class.getClassLoader().getResource(entry);
        if (place == null) {
            throw new IllegalStateException("There is no " + entry + " on the class path.");
        }
        return place.getProtocol().equals("jar")
                ? Path.of(URI.create(place.getPath().replaceFirst("!.*", "")))
                : Path.of(new URI(place.toString().replace(entry, "")));
    }

    /** What classes refer to: other classes, and methods by owner and name. */
    private static final class Uses {
        private final Set<String> classes = new HashSet<>();
        private final Map<String, Set<String>> methods = new HashMap<>();

        /** Adds what all classes of a folder or jar refer to. */
        void addAllOf(Path place) throws IOException {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.filter(file -> file.toString().endsWith(CLASS))
                            .toList()) {
                        add(new ClassReader(Files.readAllBytes(file)));
                    }
                }
                return;
            }
            try (JarFile jar = new JarFile(place.toFile())) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (entry.getName().endsWith(CLASS)) {
                        add(new ClassReader(bytes(jar, entry)));
                    }
                }
            }
        }

        /** Adds what the constants of a class name, types in descriptors and generic signatures too. */
        void add(ClassReader reader) {
            char[] buffer = new char[reader.getMaxStringLength()];
            for (int i = 1; i < reader.getItemCount(); i++) {
                int offset = reader.getItem(i);
                if (offset == 0) {
                    continue; // the second half of a long or a double
                }
                switch (reader.readByte(offset - 1)) {
                    case 1 -> { // Utf8
                        String text = new String(
                                bytesOf(reader, offset + 2, reader.readUnsignedShort(offset)), StandardCharsets.UTF_8);
                        if (text.contains(SERVICES)) {
                            Matcher names = NAMES_IN_DESCRIPTORS.matcher(text);
                            while (names.find()) {
                                classes.add(names.group(1));
                            }
                        }
                    }
                    case 7 -> classes.add(reader.readUTF8(offset, buffer)); // Class
                    case 10, 11 -> { // Methodref, InterfaceMethodref
                        String owner = reader.readClass(offset, buffer);
                        int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
                        methods.computeIfAbsent(owner, key -> new HashSet<>())
                                .add(reader.readUTF8(nameAndType, buffer));
                    }
                    default -> {}
                }
            }
        }

        private static byte[] bytesOf(ClassReader reader, int from, int length) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) reader.readByte(from + i);
            }
            return bytes;
        }
    }

    /** A jar of the SDK, and what of it is kept. */
    private static final class ServiceJar {
        private final Path place;
        private final Uses from;
        private final Map<String, byte[]> kept = new HashMap<>();
        private final Set<String> calls = new HashSet<>(OF_EACH_CLIENT);

        ServiceJar(Path place, Uses from) {
            this.place = place;
            this.from = from;
        }

        void write(Path folder) throws IOException {
            Path target = folder.resolve(place.getFileName());
            try (JarFile jar = new JarFile(place.toFile())) {
                List<String> names = jar.stream().map(JarEntry::getName).toList();
                String uses = uses(names);
                Path note = folder.resolve(place.getFileName() + ".uses");
                if (Files.exists(target)
                        && Files.exists(note)
                        && Files.readString(note).equals(uses)) {
                    return;
                }
                boolean whole = service(names) == null;
                if (whole) {
                    Files.copy(place, target, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    follow(jar, names);
                    Path draft = folder.resolve(place.getFileName() + ".draft");
                    try (OutputStream file = Files.newOutputStream(draft);
                            JarOutputStream to = new JarOutputStream(file)) {
                        for (JarEntry entry : Collections.list(jar.entries())) {
                            copy(jar, entry, to);
                        }
                    }
                    Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.writeString(note, uses);
            }
        }

        /** {@return the service whose jar it is; null where it is of something else, or is left whole} */
        private static @Nullable String service(List<String> names) {
            return names.stream()
                    .filter(name -> name.startsWith(SERVICES) && name.endsWith("Client" + CLASS))
                    .map(name -> name.substring(SERVICES.length(), name.indexOf('/', SERVICES.length())))
                    .filter(name -> !WHOLE.contains(name))
                    .findFirst()
                    .orElse(null);
        }

        /** {@return what our own classes use of this jar, as text by which a later run knows whether that has changed} */
        private String uses(List<String> names) {
            Set<String> lines = new TreeSet<>();
            for (String name : names) {
                if (name.startsWith(SERVICES) && name.endsWith(CLASS)) {
                    String type = type(name);
                    if (from.classes.contains(type)) {
                        lines.add(type);
                    }
                    from.methods.getOrDefault(type, Set.of()).stream()
                            .filter(method -> isClient(type))
                            .forEach(method -> lines.add(type + "." + method));
                }
            }
            return String.join("\n", lines);
        }

        /** Finds out what is kept: from what our classes and the parts that every call needs refer to, on and on. */
        private void follow(JarFile jar, List<String> names) throws IOException {
            Deque<String> open = new ArrayDeque<>();
            Set<String> known = new HashSet<>();
            Set<String> clients = new TreeSet<>();
            for (String name : names) {
                if (name.endsWith(CLASS)) {
                    String type = type(name);
                    known.add(type);
                    if (from.classes.contains(type) || isNeededByAll(type)) {
                        open.add(type);
                    }
                    if (isClient(type)) {
                        calls.addAll(from.methods.getOrDefault(type, Set.of()));
                    }
                }
            }
            int callsBefore;
            do {
                callsBefore = calls.size();
                open.addAll(clients); // again, for they have more methods now
                while (!open.isEmpty()) {
                    String type = open.remove();
                    if (!known.contains(type) || kept.containsKey(type) && !clients.contains(type)) {
                        continue;
                    }
                    byte[] bytes = bytes(jar, jar.getJarEntry(type + CLASS));
                    if (isClient(type)) {
                        clients.add(type);
                        bytes = withCalledMethods(bytes);
                    }
                    kept.put(type, bytes);
                    Uses uses = new Uses();
                    uses.add(new ClassReader(bytes));
                    uses.classes.stream()
                            .filter(used -> !kept.containsKey(used))
                            .forEach(open::add);
                    uses.methods.forEach((owner, methods) -> {
                        if (isClient(owner)) {
                            calls.addAll(methods);
                        }
                    });
                }
            } while (calls.size() > callsBefore);
        }

        /** Whether a class is there for all operations, or for none in particular: what is not, somebody has to refer to. */
        private static boolean isNeededByAll(String type) {
            String name = type.substring(type.lastIndexOf('/') + 1);
            return isClient(type)
                    ? !name.contains("Async")
                    : !name.contains("Async")
                            && !type.contains("/model/")
                            && !type.contains("/transform/")
                            && !type.contains("/paginators/")
                            && !type.contains("/waiters/");
        }

        /** Whether a class has a method for each operation. */
        private static boolean isClient(String type) {
            return type.startsWith(SERVICES)
                    && type.endsWith("Client")
                    && type.indexOf('/', SERVICES.length()) == type.lastIndexOf('/');
        }

        private byte[] withCalledMethods(byte[] bytes) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9, writer) {
                                @Override
                                public @Nullable MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        @Nullable String signature,
                                        String @Nullable [] exceptions) {
                                    return calls.contains(name)
                                            ? super.visitMethod(access, name, descriptor, signature, exceptions)
                                            : null;
                                }

                                @Override
                                public void visitInnerClass(
                                        String name, @Nullable String outer, @Nullable String inner, int access) {
                                    // Names builders of requests that nobody makes; only reflection reads it.
                                }
                            },
                            0);
            return writer.toByteArray();
        }

        private void copy(JarFile jar, JarEntry entry, JarOutputStream to) throws IOException {
            boolean code = entry.getName().endsWith(CLASS);
            byte @Nullable [] bytes = code ? kept.get(type(entry.getName())) : bytes(jar, entry);
            if (bytes != null) {
                JarEntry same = new JarEntry(entry.getName());
                same.setTime(entry.getTime());
                to.putNextEntry(same);
                to.write(bytes);
                to.closeEntry();
            }
        }

        private static String type(String entry) {
            return entry.substring(0, entry.length() - CLASS.length());
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
