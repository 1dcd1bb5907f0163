package io.awsaudit.inventory.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.TypeDeserializer;

/**
 * Reads a record of the inventory, of which its components say everything. Jackson's own reader of any class asks each for its
 * constructors, methods, fields and annotations first, which is most of the time that a small snapshot takes; and it looks each
 * property up, where these nearly always come in the order of the components.
 *
 * <p>Every component must be there and not null, except where the deserializer of its type has a value for that.
 */
final class RecordDeserializer extends ValueDeserializer<Object> {
    private final JavaType type;
    private final RecordConstructor constructor;
    private final String[] names;
    private final ValueDeserializer<Object>[] components;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array has no type argument
    RecordDeserializer(JavaType type) {
        this.type = type;
        RecordComponent[] all = type.getRawClass().getRecordComponents();
        this.names = Arrays.stream(all)
                .map(component -> component.getName().intern())
                .toArray(String[]::new);
        this.components = new ValueDeserializer[all.length];
        try {
            Constructor<?> canonical = type.getRawClass()
                    .getDeclaredConstructor(
                            Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
            this.constructor = new RecordConstructor(canonical);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /** Finds what reads the components, after this was made known to those that hold a record of the same type themselves. */
    @Override
    public void resolve(DeserializationContext context) {
        RecordComponent[] all = type.getRawClass().getRecordComponents();
        for (int i = 0; i < all.length; i++) {
            JavaType component =
                    context.getTypeFactory().resolveMemberType(all[i].getGenericType(), type.getBindings());
            components[i] = context.findContextualValueDeserializer(component, null);
        }
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public Class<?> handledType() {
        return type.getRawClass();
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return List.of((Object[]) names);
    }

    @Override
    public Object deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer typed) {
        return typed.deserializeTypedFromObject(in, context);
    }

    /** Begins at the brace, or at the name that follows what said which type it is. */
    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
        JsonToken token = in.currentToken();
        if (token != JsonToken.START_OBJECT && token != JsonToken.PROPERTY_NAME && token != JsonToken.END_OBJECT) {
            return context.handleUnexpectedToken(type, in);
        }
        @Nullable Object[] values = new Object[names.length];
        int next = 0;
        String name = token == JsonToken.START_OBJECT
                ? in.nextName()
                : token == JsonToken.PROPERTY_NAME ? in.currentName() : null;
        for (; name != null; name = in.nextName()) {
            int place = place(name, next);
            in.nextToken();
            if (place < 0) {
                context.handleUnknownProperty(in, this, type.getRawClass(), name);
                continue;
            }
            try {
                values[place] = in.currentToken() == JsonToken.VALUE_NULL
                        ? components[place].getNullValue(context)
                        : components[place].deserialize(in, context);
            } catch (RuntimeException e) {
                throw at(name, e, context);
            }
            next = place + 1;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = absent(i, in, context);
            }
        }
        try {
            return constructor.call(values);
        } catch (RuntimeException e) {
            return context.handleInstantiationProblem(type.getRawClass(), values, e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the parser's names are the same texts, mostly
    private int place(String name, int expected) {
        if (expected < names.length && names[expected] == name) {
            return expected;
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Object absent(int place, JsonParser in, DeserializationContext context) {
        Object absent;
        try {
            absent = components[place].getAbsentValue(context);
        } catch (RuntimeException e) {
            throw at(names[place], e, context);
        }
        if (absent == null) {
            throw MismatchedInputException.from(in, type, "Null value for " + names[place])
                    .prependPath(type.getRawClass(), names[place]);
        }
        return absent;
    }

    private JacksonException at(String name, RuntimeException e, DeserializationContext context) {
        return DatabindException.wrapWithPath(context, e, new JacksonException.Reference(type.getRawClass(), name));
    }
}
