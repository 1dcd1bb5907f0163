package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the distribution is made of. */
final class DistributionTest {
    private static final Path LIB =
            Path.of(System.getProperty("awsaudit.distribution"), "lib").normalize();

    /** The first version whose classes the JVM keeps in an archive: Java 6's. */
    private static final int KEPT = 50;

    /** What reads users' rules, and is in no archive: only they wait for it. */
    private static final String OF_OWN_RULES = "antlr-runtime";

    /** Classes of services, but for the rules by which endpoints are found, which all have, and what wants native code of S3. */
    private static final Pattern OF_SERVICES =
            Pattern.compile("software/amazon/awssdk/services/(?!.*/endpoints/internal/|s3/internal/crt/).*\\.class");

    @Test
    void classesAreOfVersionsThatAnArchiveKeeps() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(LIB)) {
            jars = files.filter(file -> !file.getFileName().toString().startsWith(OF_OWN_RULES))
                    .toList();
        }
        assertThat(jars).hasSizeGreaterThan(50).anyMatch(jar -> jar.toString().contains("picocli-"));
        for (Path file : jars) {
            try (JarFile jar = new JarFile(file.toFile())) {
                for (JarEntry entry : jar.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .toList()) {
                    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                        in.skipNBytes(Integer.BYTES + Short.BYTES);
                        assertThat(in.readUnsignedShort())
                                .as(file.getFileName() + ": " + entry.getName())
                                .isGreaterThanOrEqualTo(KEPT);
                    }
                }
            }
        }
    }

    @Test
    void allThatIsLeftOfTheSdkCanBeUsed() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(LIB)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        List<URL> places = new ArrayList<>();
        for (Path jar : jars) {
            places.add(jar.toUri().toURL());
        }
        SoftAssertions all = new SoftAssertions();
        int classes = 0;
        try (URLClassLoader loader =
                new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (Path file : jars) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    for (String entry : jar.stream().map(JarEntry::getName).toList()) {
                        if (OF_SERVICES.matcher(entry).matches()) {
                            classes++;
                            String name = entry.replace(".class", "").replace('/', '.');
                            all.assertThat(missing(name, loader)).as(name).isEmpty();
                        }
                    }
                }
            }
        }
        assertThat(classes).isGreaterThan(2000);
        all.assertAll();
    }

    /** {@return what a class lacks when it is verified and initialized} */
    private static Optional<Throwable> missing(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
        } catch (ExceptionInInitializerError e) {
            // Some enumerations of the SDK fail as they are delivered; what is missing is reported otherwise.
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.of(e);
        }
        return Optional.empty();
    }

    @Test
    void nothingIsLeftOfTheSdkThatNobodyCalls() throws IOException {
        Path place;
        try (Stream<Path> files = Files.list(LIB)) {
            place = files.filter(file -> file.getFileName().toString().matches("ec2-\\d.*"))
                    .findFirst()
                    .orElseThrow();
        }
        try (JarFile ec2 = new JarFile(place.toFile())) {
            String model = "software/amazon/awssdk/services/ec2/model/";
            assertThat(ec2.getEntry(model + "DescribeVolumesRequest.class")).isNotNull();
            assertThat(ec2.getEntry(model + "CreateVolumeRequest.class")).isNull();
        }
    }
}
