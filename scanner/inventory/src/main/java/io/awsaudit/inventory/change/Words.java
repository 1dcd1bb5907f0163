package io.awsaudit.inventory.change;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.ec2.SecurityGroupRule;
import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of an inventory as people who know AWS read them. */
final class Words {
    private static final int LENGTH = 500;

    private Words() {}

    /** {@return a value in words; of a long one the beginning} */
    static String of(Object value) {
        return Excerpt.of(words(value), LENGTH);
    }

    /** {@return what is there: what an optional value holds, and any other value itself} */
    static Optional<Object> present(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(held -> held);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    private static String words(Object value) {
        if (value instanceof Observed<?> observed) {
            return observed.asOptional().map(Words::words).orElse("not read");
        }
        if (value instanceof OpenValue word) {
            return word.value();
        }
        if (value instanceof SecurityGroupRule rule) {
            return words(rule);
        }
        if (value instanceof Statement statement) {
            return words(statement);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> words(entry.getKey()) + "=" + words(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> values) {
            Stream<String> all = values.stream().map(Words::words);
            return values.isEmpty()
                    ? "none"
                    : (values instanceof Set ? all.sorted() : all).collect(Collectors.joining(", "));
        }
        if (value instanceof Record record) {
            return words(record);
        }
        return present(value)
                .map(held -> held == value ? String.valueOf(value) : words(held))
                .orElse("none");
    }

    /** As AWS's console has it: who, and which ports. */
    private static String words(SecurityGroupRule rule) {
        String peer = rule.range()
                .map(IpRange::value)
                .or(rule::prefixListId)
                .or(() -> rule.referencedGroup().map(Arn::lastSegment))
                .orElse("nowhere");
        boolean ports = rule.protocol().isTcp() || rule.protocol().isUdp();
        return peer + " " + rule.protocol().words()
                + (ports ? "/" + rule.ports().words() : "");
    }

    private static String words(Statement statement) {
        StringBuilder out = new StringBuilder(statement.allows() ? "Allow " : "Deny ");
        out.append(words("NotAction ", statement.actions()));
        if (!statement.resources().values().isEmpty()) {
            out.append(" on ").append(words("NotResource ", statement.resources()));
        }
        if (!statement.principals().isEmpty()) {
            out.append(statement.notPrincipals() ? " to all but " : " to ")
                    .append(statement.principals().stream().map(Principal::id).collect(Collectors.joining(", ")));
        }
        if (!statement.conditions().isEmpty()) {
            out.append(" if ")
                    .append(statement.conditions().stream().map(Words::words).collect(Collectors.joining(" and ")));
        }
        return out.toString();
    }

    private static String words(String negation, Patterns patterns) {
        return (patterns.negated() ? negation : "") + String.join(", ", patterns.values());
    }

    private static String words(Condition condition) {
        return condition.key() + " " + condition.operator() + " " + String.join(", ", condition.values());
    }

    private static String words(Record record) {
        List<String> parts = new ArrayList<>();
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            Optional<Object> value = present(Properties.value(component, record))
                    .filter(held -> !(held instanceof Collection<?> values && values.isEmpty()));
            value.ifPresent(
                    held -> parts.add(components.length == 1 ? words(held) : component.getName() + "=" + words(held)));
        }
        return parts.isEmpty() ? "none" : components.length == 1 ? parts.get(0) : "{" + String.join(", ", parts) + "}";
    }
}
