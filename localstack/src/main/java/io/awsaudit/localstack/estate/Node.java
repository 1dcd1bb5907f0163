package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A value that is the same but for who has it: what a template says of itself, its account and its region is put right. */
interface Node {
    /** Returns the value for a resource. */
    Object at(Site site);

    /** A value that is the same for all, and is shared. */
    record Constant(Object value) implements Node {
        @Override
        public Object at(Site site) {
            return value;
        }
    }

    /** Makes records without looking their constructor up again. */
    record Maker(Constructor<?> constructor) {
        static Maker of(Class<?> type) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Maker(constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        Object make(Object... values) {
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(constructor + " does not take " + Arrays.toString(values), e);
            }
        }
    }

    /** {@return the values of a record's components, in order} */
    static List<Object> componentsOf(Object value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        component.getAccessor().setAccessible(true);
                        return component.getAccessor().invoke(value);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** Makes nodes of the values of one template. */
    final class Compiler {
        private static final Pattern ID = Pattern.compile("[a-z]+-[0-9a-z]+");

        private final List<Kind> kinds;
        private final Kind own;
        private final String ownArn;
        private final Map<Kind, List<String>> named = new HashMap<>();

        Compiler(List<Kind> kinds, Kind own, Arn ownArn) {
            this.kinds = kinds;
            this.own = own;
            this.ownArn = ownArn.value();
        }

        Node compile(Object value) {
            if (value instanceof Arn arn) {
                return reference(arn);
            }
            if (value instanceof String text) {
                return text(text);
            }
            if (value instanceof Optional<?> optional) {
                return optional.<Node>map(inner -> wrapped(value, compile(inner), Optional::of))
                        .orElse(new Constant(value));
            }
            if (value instanceof Observed.Known<?> known) {
                return wrapped(value, compile(known.value()), Observed::known);
            }
            if (value instanceof List<?> list) {
                List<Node> items = list.stream().map(this::compile).toList();
                boolean names =
                        list.stream().allMatch(Arn.class::isInstance); // two may become one, where there are few
                return allConstant(items)
                        ? new Constant(value)
                        : site -> names
                                ? items.stream()
                                        .map(item -> item.at(site))
                                        .distinct()
                                        .toList()
                                : items.stream().map(item -> item.at(site)).toList();
            }
            if (value instanceof Set<?> set) {
                List<Node> items = set.stream()
                        .sorted(java.util.Comparator.comparing(String::valueOf))
                        .map(this::compile)
                        .toList();
                if (allConstant(items)) {
                    return new Constant(value);
                }
                return site -> {
                    Set<Object> made = new LinkedHashSet<>();
                    items.forEach(item -> made.add(item.at(site)));
                    return made;
                };
            }
            if (value instanceof Map<?, ?> map) {
                List<Node> keys = map.keySet().stream().map(this::compile).toList();
                List<Node> values = map.values().stream().map(this::compile).toList();
                if (allConstant(keys) && allConstant(values)) {
                    return new Constant(value);
                }
                return site -> {
                    Map<Object, Object> made = new LinkedHashMap<>();
                    for (int entry = 0; entry < keys.size(); entry++) {
                        made.put(keys.get(entry).at(site), values.get(entry).at(site));
                    }
                    return made;
                };
            }
            if (value.getClass().isRecord() && !(value instanceof OpenValue)) {
                return record(value);
            }
            return new Constant(value);
        }

        private Node record(Object value) {
            List<Node> components =
                    componentsOf(value).stream().map(this::compile).toList();
            if (allConstant(components)) {
                return new Constant(value);
            }
            Maker maker = Maker.of(value.getClass());
            return site -> maker.make(
                    components.stream().map(component -> component.at(site)).toArray());
        }

        private static boolean allConstant(List<Node> nodes) {
            return nodes.stream().allMatch(Constant.class::isInstance);
        }

        private static Node wrapped(Object whole, Node inner, java.util.function.Function<Object, Object> wrap) {
            return inner instanceof Constant ? new Constant(whole) : site -> wrap.apply(inner.at(site));
        }

        /** What a template names becomes what the resource's own account has of that kind; and its own name its own. */
        private Node reference(Arn arn) {
            if (arn.value().equals(ownArn)) {
                return Site::arn;
            }
            Optional<Kind> kind = kinds.stream()
                    .filter(candidate -> candidate.fits(arn.value()) > 0)
                    .max(java.util.Comparator.comparing(candidate -> candidate.fits(arn.value())));
            Node text = text(arn.value());
            Node otherwise = text instanceof Constant ? new Constant(arn) : site -> new Arn((String) text.at(site));
            if (kind.isEmpty()) {
                return otherwise;
            }
            int more = place(kind.get(), arn.value()) + (kind.get() == own ? 1 : 0);
            return site -> site.account()
                    .related(site, kind.get(), more)
                    .<Object>map(Site::arn)
                    .orElseGet(() -> otherwise.at(site));
        }

        private int place(Kind kind, String name) {
            List<String> names = named.computeIfAbsent(kind, any -> new ArrayList<>());
            if (!names.contains(name)) {
                names.add(name);
            }
            return names.indexOf(name);
        }

        private Node text(String text) {
            if (ID.matcher(text).matches() || text.equals(Templates.ACCESS_CONTROL)) {
                Optional<Kind> kind = text.equals(Templates.ACCESS_CONTROL)
                        ? own.named("AWS::CloudFront::OriginAccessControl")
                        : own.ofId(text);
                if (kind.isPresent()) {
                    int more = place(kind.get(), text);
                    return site -> site.account()
                            .related(site, kind.get(), more)
                            .<Object>map(named -> named.arn().lastSegment())
                            .orElse(text);
                }
            }
            boolean region = !own.isGlobal() && text.contains(Templates.REGION);
            boolean arn = text.contains(ownArn);
            if (!region && !arn && !text.contains(Templates.ACCOUNT)) {
                return new Constant(text);
            }
            return site -> {
                String filled = arn ? text.replace(ownArn, site.arn().value()) : text;
                filled = filled.replace(Templates.ACCOUNT, site.accountId());
                return region ? filled.replace(Templates.REGION, site.regionName()) : filled;
            };
        }
    }

    /** {@return distinct values, in the order in which they came} */
    static List<Object> distinct(List<Object> values) {
        Set<Object> seen = new HashSet<>();
        return values.stream().filter(seen::add).toList();
    }
}
