package io.awsaudit.inventory.snapshot;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Writes a record of the inventory: its components in their order, but those that are absent. See {@link RecordDeserializer} on
 * why Jackson's own is not good enough.
 */
final class RecordSerializer extends ValueSerializer<Object> {
    private final JavaType type;
    private final String[] names;
    private final Method[] accessors;
    private final @Nullable ValueSerializer<Object>[] components;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array has no type argument
    RecordSerializer(JavaType type) {
        this.type = type;
        RecordComponent[] all = type.getRawClass().getRecordComponents();
        this.names = new String[all.length];
        this.accessors = new Method[all.length];
        this.components = new ValueSerializer[all.length];
        for (int i = 0; i < all.length; i++) {
            names[i] = all[i].getName();
            accessors[i] = all[i].getAccessor();
            accessors[i].setAccessible(true); // of a record that only its package knows
        }
    }

    @Override
    public void resolve(SerializationContext context) {
        for (int i = 0; i < names.length; i++) {
            JavaType component =
                    context.getTypeFactory().resolveMemberType(accessors[i].getGenericReturnType(), type.getBindings());
            if (component.isFinal() || component.isContainerType() || component.isReferenceType()) {
                components[i] = context.findPrimaryPropertySerializer(component, null);
            }
        }
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
        out.writeStartObject(value);
        components(value, out, context);
        out.writeEndObject();
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator out, SerializationContext context, TypeSerializer typed) {
        WritableTypeId id = typed.writeTypePrefix(out, context, typed.typeId(value, JsonToken.START_OBJECT));
        components(value, out, context);
        typed.writeTypeSuffix(out, context, id);
    }

    private void components(Object value, JsonGenerator out, SerializationContext context) {
        for (int i = 0; i < names.length; i++) {
            Object component;
            try {
                component = accessors[i].invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessors[i].toString(), e);
            }
            if (!isAbsent(component)) {
                ValueSerializer<Object> known = components[i];
                out.writeName(names[i]);
                (known != null ? known : context.findPrimaryPropertySerializer(component.getClass(), null))
                        .serialize(component, out, context);
            }
        }
    }

    private static boolean isAbsent(@Nullable Object component) {
        return component == null
                || component instanceof Optional<?> optional && optional.isEmpty()
                || component instanceof OptionalInt number && number.isEmpty()
                || component instanceof OptionalLong number && number.isEmpty()
                || component instanceof OptionalDouble number && number.isEmpty();
    }
}
