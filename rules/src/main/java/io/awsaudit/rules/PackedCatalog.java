package io.awsaudit.rules;

import io.awsaudit.inventory.Resource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The built-in catalogue as this program carries it: read, filled in and verified when it was built, so that a start has only to
 * load it. The form is bytes of our own, since the readers of any common one take longer to start than these to be read.
 *
 * @param derivations what is said of rules that derive facts
 * @param rules what each rule matches, by its name
 * @param texts of files that are needed as they are, by name: rules that users' rules may build on, and defaults of cases
 */
record PackedCatalog(
        List<Check> checks,
        List<RuleBase.Derivation> derivations,
        List<Framework> frameworks,
        Map<String, BuiltInRules.Packed> rules,
        Map<String, String> texts) {
    /** The name of the resource that holds it. */
    static final String PLACE = "/io/awsaudit/rules/catalog.bin";

    /** Holds the built-in one, so that it is loaded once, when first asked for. */
    private static final class BuiltIn {
        static final PackedCatalog PACKED = load();

        private static PackedCatalog load() {
            try (InputStream in = PackedCatalog.class.getResourceAsStream(PLACE)) {
                return new Reader(Objects.requireNonNull(in, "The built-in checks are missing; build the project again")
                                .readAllBytes())
                        .catalog();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@return the catalogue of this program} */
    static PackedCatalog builtIn() {
        return BuiltIn.PACKED;
    }

    /** {@return whether a file is needed as it is, once its contents were read} */
    static boolean keepsText(String name) {
        return name.startsWith("defaults/") || name.startsWith("derived/") && name.endsWith(".drl");
    }

    /** {@return what each rule matches, by its name} */
    Map<String, RuleReader.Reading> readings() {
        Map<String, RuleReader.Reading> readings = new HashMap<>();
        rules.forEach((name, packed) -> readings.put(name, packed.reading()));
        return readings;
    }

    /** {@return the form that is read at a start; equal catalogues give equal bytes} */
    byte[] bytes() {
        try {
            return new Writer().catalog(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes texts once, before all else, and then their numbers. */
    private static final class Writer {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        byte[] catalog(PackedCatalog catalog) throws IOException {
            all(catalog.checks, this::check);
            all(catalog.derivations, this::derivation);
            all(catalog.frameworks, this::framework);
            all(new TreeMap<>(catalog.rules).entrySet(), rule -> {
                text(rule.getKey());
                text(rule.getValue().model());
                types(rule.getValue().reading().positive());
                types(rule.getValue().reading().negative());
                types(rule.getValue().reading().repeated());
            });
            all(new TreeMap<>(catalog.texts).entrySet(), file -> {
                text(file.getKey());
                text(file.getValue());
            });
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            DataOutputStream texts = new DataOutputStream(whole);
            texts.writeInt(numbers.size());
            for (String text : numbers.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                texts.writeInt(utf8.length);
                texts.write(utf8);
            }
            texts.write(bytes.toByteArray());
            return whole.toByteArray();
        }

        private void check(Check check) throws IOException {
            text(check.id());
            text(check.service());
            text(check.rule());
            text(check.resource().getName());
            text(check.title());
            out.writeByte(check.severity().ordinal());
            out.writeByte(check.pillar().ordinal());
            out.writeByte(check.exposure().map(Exposure::ordinal).orElse(-1));
            text(check.why());
            text(check.fix());
            optional(check.cli());
            optional(check.terraform());
            texts(check.reads());
            texts(check.follows());
            text(check.source());
            optional(check.bestPractice());
            texts(check.configRules());
            texts(check.securityHub());
            all(check.parameters(), parameter -> {
                text(parameter.name());
                value(parameter.standard());
                text(parameter.about());
            });
            texts(check.aliases());
            optional(check.deprecated());
        }

        private void derivation(RuleBase.Derivation derivation) throws IOException {
            text(derivation.rule());
            text(derivation.derives());
            texts(derivation.reads());
        }

        private void framework(Framework framework) throws IOException {
            text(framework.id());
            text(framework.title());
            text(framework.source());
            all(framework.controls(), control -> {
                text(control.id());
                text(control.title());
                text(control.level());
                out.writeBoolean(control.manual());
                texts(control.checks());
                optional(control.guidance());
                optional(control.unanswered());
            });
        }

        private void value(Object value) throws IOException {
            if (value instanceof List<?> list) {
                out.writeByte('l');
                all(list, item -> value(Objects.requireNonNull(item)));
            } else if (value instanceof Boolean flag) {
                out.writeByte(flag ? 't' : 'f');
            } else if (value instanceof Integer || value instanceof Long) {
                out.writeByte(value instanceof Integer ? 'i' : 'n');
                out.writeLong(((Number) value).longValue());
            } else if (value instanceof Double number) {
                out.writeByte('d');
                out.writeDouble(number);
            } else if (value instanceof String text) {
                out.writeByte('s');
                text(text);
            } else {
                throw new IllegalArgumentException("a parameter may not be " + value.getClass());
            }
        }

        private void types(Set<Class<?>> types) throws IOException {
            all(types, type -> text(type.getName()));
        }

        private void texts(List<String> texts) throws IOException {
            all(texts, this::text);
        }

        private void optional(Optional<String> text) throws IOException {
            out.writeBoolean(text.isPresent());
            if (text.isPresent()) {
                text(text.get());
            }
        }

        private void text(String text) throws IOException {
            out.writeInt(numbers.computeIfAbsent(text, next -> numbers.size()));
        }

        private <T> void all(Collection<T> items, Each<T> write) throws IOException {
            out.writeInt(items.size());
            for (T item : items) {
                write.item(item);
            }
        }

        private interface Each<T> {
            void item(T item) throws IOException;
        }
    }

    private static final class Reader {
        private static final Severity[] SEVERITIES = Severity.values();
        private static final Pillar[] PILLARS = Pillar.values();
        private static final Exposure[] EXPOSURES = Exposure.values();

        private final DataInputStream in;
        private final String[] texts;
        private final Map<String, Class<?>> types = new HashMap<>();

        Reader(byte[] bytes) throws IOException {
            in = new DataInputStream(new ByteArrayInputStream(bytes));
            texts = new String[in.readInt()];
            int at = Integer.BYTES;
            for (int i = 0; i < texts.length; i++) {
                int length = in.readInt();
                at += Integer.BYTES;
                texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
                in.skipNBytes(length);
                at += length;
            }
        }

        PackedCatalog catalog() throws IOException {
            List<Check> checks = all(this::check);
            List<RuleBase.Derivation> derivations = all(() -> new RuleBase.Derivation(text(), text(), texts()));
            List<Framework> frameworks = all(() -> new Framework(text(), text(), text(), all(this::control)));
            Map<String, BuiltInRules.Packed> rules = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                rules.put(text(), new BuiltInRules.Packed(text(), new RuleReader.Reading(types(), types(), types())));
            }
            Map<String, String> files = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                files.put(text(), text());
            }
            return new PackedCatalog(checks, derivations, frameworks, rules, files);
        }

        private Check check() throws IOException {
            return new Check(
                    text(),
                    text(),
                    text(),
                    type().asSubclass(Resource.class),
                    text(),
                    SEVERITIES[in.readByte()],
                    PILLARS[in.readByte()],
                    exposure(in.readByte()),
                    text(),
                    text(),
                    optional(),
                    optional(),
                    texts(),
                    texts(),
                    text(),
                    optional(),
                    texts(),
                    texts(),
                    all(() -> new Parameter(text(), value(), text())),
                    texts(),
                    optional());
        }

        private static Optional<Exposure> exposure(int number) {
            return number < 0 ? Optional.empty() : Optional.of(EXPOSURES[number]);
        }

        private Framework.Control control() throws IOException {
            return new Framework.Control(text(), text(), text(), in.readBoolean(), texts(), optional(), optional());
        }

        private Object value() throws IOException {
            byte kind = in.readByte();
            return switch (kind) {
                case 'l' -> all(this::value);
                case 't' -> true;
                case 'f' -> false;
                case 'i' -> (int) in.readLong();
                case 'n' -> in.readLong();
                case 'd' -> in.readDouble();
                case 's' -> text();
                default -> throw new IllegalStateException("no value is of kind " + kind);
            };
        }

        private Set<Class<?>> types() throws IOException {
            Set<Class<?>> all = new LinkedHashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                all.add(type());
            }
            return all;
        }

        private Class<?> type() throws IOException {
            String name = text();
            @Nullable Class<?> type = types.get(name);
            if (type == null) {
                type = BuiltInRules.type(name);
                types.put(name, type);
            }
            return type;
        }

        private List<String> texts() throws IOException {
            return all(this::text);
        }

        private Optional<String> optional() throws IOException {
            return in.readBoolean() ? Optional.of(text()) : Optional.empty();
        }

        private String text() throws IOException {
            return texts[in.readInt()];
        }

        private <T> List<T> all(Each<T> read) throws IOException {
            int size = in.readInt();
            List<T> items = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                items.add(read.item());
            }
            return List.copyOf(items);
        }

        private interface Each<T> {
            T item() throws IOException;
        }
    }
}
