package io.awsaudit.inventory.snapshot;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Memo;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonTypeIdResolver;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.impl.TypeIdResolverBase;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.Serializers;

/**
 * How inventory values look in JSON: records as objects in the order of their components, an {@link OpenValue} as a
 * string, a known setting as its value and an unknown one as {@code {"$unknown": gap}}, a resource with its type first.
 */
public final class InventoryJson {
    private static final String PACKAGE = Resource.class.getPackageName() + ".";

    private static final String UNKNOWN = "$unknown";
    /** Longer than anything that AWS holds, and short enough for a small heap. */
    private static final int MAX_STRING_CHARS = 32 << 20;

    private static final int MAX_QUOTED_CHARS = 120;

    private static final JsonMapper MAPPER = configure(JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_STRING_CHARS)
                            .build())
                    .build()))
            .build();

    private InventoryJson() {}

    /** {@return a mapper for JSON} */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Returns what is wrong with a text, where the exception's own message speaks of classes of this program. It is one
     * line, without a full stop, and safe to print.
     */
    public static String reason(JacksonException e) {
        String place = e.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + (step.getIndex() + 1) + "]"
                        : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^[.]", "");
        String at = place.isEmpty() ? "" : quoted(place) + ": ";
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "there is no property " + quoted(unknown.getPropertyName())
                    + (place.contains(".") ? " (" + quotedText(place) + ")" : "");
        }
        if (e instanceof InvalidTypeIdException unknown) {
            return unknown.getTypeId() == null
                    ? at + "'type' is missing"
                    : "there is no resource type " + quoted(unknown.getTypeId());
        }
        if (e instanceof InvalidNullException || e.getCause() instanceof NullPointerException) {
            return at + "a value is missing";
        }
        if (e instanceof InvalidFormatException wrong) {
            Class<?> type = wrong.getTargetType();
            return at + quoted(String.valueOf(wrong.getValue())) + " is not "
                    + (type != null && type.isEnum()
                            ? "one of "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", "))
                            : kind(type));
        }
        if (e instanceof StreamConstraintsException) {
            return at
                    + (String.valueOf(e.getOriginalMessage()).contains("nesting")
                            ? "it is nested too deeply"
                            : "a value in it is too long");
        }
        if (e instanceof MismatchedInputException wrong && !(e instanceof ValueInstantiationException)) {
            String message = String.valueOf(e.getOriginalMessage());
            if (message.startsWith("Null value") || message.contains("Cannot map `null`")) {
                return at + "a value is missing";
            }
            return at + "must be " + kind(wrong.getTargetType());
        }
        if (e instanceof DatabindException) {
            return at + "a value does not fit";
        }
        return quotedText(
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("it cannot be read"));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == OptionalInt.class) {
            return "a number that fits";
        }
        if (type == Instant.class) {
            return "a time such as 2027-01-31T12:00:00Z";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class || OpenValue.class.isAssignableFrom(type) || type.isEnum() ? "a text" : "an object";
    }

    /** {@return a text from a file, in quotation marks, shortened, and without what a terminal would obey} */
    public static String quoted(String text) {
        return "'" + quotedText(text) + "'";
    }

    private static String quotedText(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(MAX_QUOTED_CHARS)
                .forEach(point -> safe.appendCodePoint(
                        switch (Character.getType(point)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.SURROGATE,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR -> '?';
                            default -> point;
                        }));
        return safe + (text.codePointCount(0, text.length()) > MAX_QUOTED_CHARS ? "..." : "");
    }

    /** Teaches a mapper of any format how inventory values look. */
    public static <B extends MapperBuilder<?, B>> B configure(B builder) {
        SimpleModule module = new InventoryModule();
        module.addSerializer(OpenValue.class, new ValueSerializer<OpenValue>() {
            @Override
            public void serialize(OpenValue value, JsonGenerator out, SerializationContext context) {
                out.writeString(value.value());
            }
        });
        module.addKeySerializer(OpenValue.class, new ValueSerializer<OpenValue>() {
            @Override
            public void serialize(OpenValue value, JsonGenerator out, SerializationContext context) {
                out.writeName(value.value());
            }
        });
        module.addKeySerializer(String.class, new ValueSerializer<String>() {
            @Override
            public void serialize(String name, JsonGenerator out, SerializationContext context) {
                out.writeName(Excerpt.wellFormed(name)); // a reader refuses half a surrogate pair, though in names only
            }
        });
        module.addSerializer(new ObservedSerializer());
        module.addDeserializer(Instant.class, new Times());
        return builder.addModule(module)
                .addMixIn(Resource.class, TypedResource.class)
                .changeDefaultVisibility(checker -> checker.withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withFieldVisibility(JsonAutoDetect.Visibility.ANY))
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "type")
    @JsonTypeIdResolver(TypeNames.class)
    private interface TypedResource {}

    /** Resolves CloudFormation type names; public for Jackson, which makes one by reflection. */
    public static final class TypeNames extends TypeIdResolverBase {
        @Override
        public String idFromValue(DatabindContext context, Object value) {
            return ResourceTypes.nameOf(value.getClass());
        }

        @Override
        public String idFromValueAndType(DatabindContext context, @Nullable Object value, Class<?> suggested) {
            return ResourceTypes.nameOf(suggested);
        }

        @Override
        public @Nullable JavaType typeFromId(DatabindContext context, String id) {
            return ResourceTypes.byName(id)
                    .<JavaType>map(context::constructType)
                    .orElse(null);
        }

        @Override
        public JsonTypeInfo.Id getMechanism() {
            return JsonTypeInfo.Id.CUSTOM;
        }
    }

    private static final class InventoryModule extends SimpleModule {
        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new Deserializers.Base() {
                @Override
                public @Nullable ValueDeserializer<?> findBeanDeserializer(
                        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                    if (type.isTypeOrSubTypeOf(OpenValue.class)) {
                        return new OpenValueDeserializer(type.getRawClass());
                    }
                    if (type.hasRawClass(Observed.class)) {
                        return new ObservedDeserializer(type.containedTypeOrUnknown(0));
                    }
                    return isOfInventory(type.getRawClass()) ? new RecordDeserializer(type) : null;
                }

                @Override
                public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                    return OpenValue.class.isAssignableFrom(type) || type == Observed.class || isOfInventory(type);
                }
            });
            context.addSerializers(new Serializers.Base() {
                @Override
                public @Nullable ValueSerializer<?> findSerializer(
                        SerializationConfig config,
                        JavaType type,
                        BeanDescription.Supplier description,
                        JsonFormat.@Nullable Value format) {
                    return isOfInventory(type.getRawClass()) ? new RecordSerializer(type) : null;
                }
            });
        }
    }

    /** Whether it is a record whose components are all that there is to say of it. */
    private static boolean isOfInventory(Class<?> type) {
        return type.isRecord()
                && type.getName().startsWith(PACKAGE)
                && !OpenValue.class.isAssignableFrom(type)
                && !Observed.class.isAssignableFrom(type);
    }

    private static final class ObservedSerializer extends ValueSerializer<Observed<?>> {
        @Override
        @SuppressWarnings("unchecked") // a class literal has no type argument
        public Class<Observed<?>> handledType() {
            return (Class<Observed<?>>) (Class<?>) Observed.class;
        }

        @Override
        public void serialize(Observed<?> observed, JsonGenerator out, SerializationContext context) {
            if (observed instanceof Observed.Known<?> known) {
                context.writeValue(out, known.value());
            } else {
                out.writeStartObject();
                out.writeName(UNKNOWN);
                context.writeValue(out, observed.unknownBecause().orElseThrow());
                out.writeEndObject();
            }
        }
    }

    private static final class ObservedDeserializer extends ValueDeserializer<Observed<?>> {
        private final JavaType content;
        private final @Nullable ValueDeserializer<Object> contents;
        private final @Nullable ValueDeserializer<Object> gaps;
        private final @Nullable Observed<?> absent;

        ObservedDeserializer(JavaType content) {
            this(content, null, null, null);
        }

        private ObservedDeserializer(
                JavaType content,
                @Nullable ValueDeserializer<Object> contents,
                @Nullable ValueDeserializer<Object> gaps,
                @Nullable Observed<?> absent) {
            this.content = content;
            this.contents = contents;
            this.gaps = gaps;
            this.absent = absent;
        }

        /** Looks up once for each component of a record what reads it. */
        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            ValueDeserializer<Object> values = context.findRootValueDeserializer(content);
            Object nothing =
                    values.getAbsentValue(context); // a known setting that is an empty Optional is written as null
            return new ObservedDeserializer(
                    content,
                    values,
                    context.findRootValueDeserializer(context.constructType(Gap.class)),
                    nothing == null ? null : Observed.known(nothing));
        }

        @Override
        public Observed<?> deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() == JsonToken.START_OBJECT && UNKNOWN.equals(in.nextName())) {
                in.nextToken();
                Gap gap = (Gap) Objects.requireNonNull(gaps).deserialize(in, context);
                return in.nextToken() == JsonToken.END_OBJECT
                        ? Observed.unknown(gap)
                        : context.reportInputMismatch(content, "Something beside " + UNKNOWN);
            }
            // Of an object, what follows its brace was read: a name, or its end.
            return known(Objects.requireNonNull(contents).deserialize(in, context), context);
        }

        private Observed<?> known(@Nullable Object value, DeserializationContext context) {
            return holdsNull(value)
                    ? context.reportInputMismatch(content, "Null value inside")
                    : Observed.known(Objects.requireNonNull(value));
        }

        /** Jackson can refuse them by itself, but stumbles then over a list in a map. */
        private static boolean holdsNull(@Nullable Object value) {
            return value == null
                    || value instanceof Collection<?> items && items.stream().anyMatch(ObservedDeserializer::holdsNull)
                    || value instanceof Map<?, ?> map
                            && map.values().stream().anyMatch(ObservedDeserializer::holdsNull);
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            return absent;
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return getNullValue(context);
        }
    }

    private static final class OpenValueDeserializer extends ValueDeserializer<OpenValue> {
        private final Class<?> type;
        private final RecordConstructor constructor;
        private final Memo<OpenValue> values = new Memo<>(256);

        OpenValueDeserializer(Class<?> type) {
            this.type = type;
            try {
                constructor = new RecordConstructor(type.getDeclaredConstructor(String.class));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " must be a record of one String", e);
            }
        }

        @Override
        public OpenValue deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (OpenValue) context.handleUnexpectedToken(context.constructType(type), in);
            }
            String text = in.getString();
            try {
                return values.get(text, this::value);
            } catch (RuntimeException e) {
                return (OpenValue) context.handleInstantiationProblem(type, text, e);
            }
        }

        private OpenValue value(String text) {
            return (OpenValue) constructor.call(text);
        }
    }

    /** Reads the form in which this program writes times, and leaves all others to Jackson. */
    private static final class Times extends ValueDeserializer<Instant> {
        private static final String FORM = "0000-00-00T00:00:00Z";

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                String text = in.getString();
                int month;
                int day;
                if (hasForm(text)
                        && (month = number(text, 5, 7)) >= 1
                        && month <= 12
                        && (day = number(text, 8, 10)) >= 1
                        && day <= 28
                        && number(text, 11, 13) < 24
                        && number(text, 14, 16) < 60
                        && number(text, 17, 19) < 60) {
                    long days = LocalDate.of(number(text, 0, 4), month, day).toEpochDay();
                    return Instant.ofEpochSecond(((days * 24 + number(text, 11, 13)) * 60 + number(text, 14, 16)) * 60
                            + number(text, 17, 19));
                }
            }
            return InstantDeserializer.INSTANT.deserialize(in, context);
        }

        private static boolean hasForm(String text) {
            if (text.length() != FORM.length()) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                char expected = FORM.charAt(i);
                char character = text.charAt(i);
                if (expected == '0' ? character < '0' || character > '9' : character != expected) {
                    return false;
                }
            }
            return true;
        }

        private static int number(String text, int from, int to) {
            int number = 0;
            for (int i = from; i < to; i++) {
                number = number * 10 + (text.charAt(i) - '0');
            }
            return number;
        }
    }
}
