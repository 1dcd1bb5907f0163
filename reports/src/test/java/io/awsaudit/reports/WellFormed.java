package io.awsaudit.reports;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Findings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values without halves of surrogate pairs, which no file in UTF-8 holds. */
public final class WellFormed {
    private WellFormed() {}

    /** Returns an equal result, but for U+FFFD in place of such halves. */
    public static AuditResult of(AuditResult result) {
        return (AuditResult) value(result);
    }

    private static Object value(Object value) {
        if (value instanceof String text) {
            return Excerpt.wellFormed(text);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(WellFormed::value);
        }
        if (value instanceof Findings findings) {
            return Findings.of(
                    findings.stream().map(finding -> (Finding) copy(finding)).toList());
        }
        if (value instanceof List<?> items) {
            return items.stream().map(WellFormed::value).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, content) -> copy.put(value(key), value(content)));
            return copy;
        }
        return value instanceof Record record ? copy(record) : value;
    }

    private static Object copy(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = value(accessor.invoke(record));
            }
            var constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
