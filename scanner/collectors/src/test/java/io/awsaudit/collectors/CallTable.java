package io.awsaudit.collectors;

import io.awsaudit.collectors.Frequency.Unit;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of calls as Markdown, made of what collectors declare. */
final class CallTable {
    private static final String HEAD = """
            # Calls

            What a scan asks of AWS, by type of resource; written by `CallTableTest` from what the collectors declare. `CallsTest` scans accounts
            of several sizes through a proxy and holds each number to the calls that were made.

            - A **listing** is called once for each page of so many items: the most that AWS gives, which is asked for where AWS would
              give less. Its first page is asked for even where there is nothing; that is what a region costs in which there is nothing of a type.
            - A **setting** costs a call for each resource, and only when a chosen check reads it: all calls in the last column are left out
              of a scan that does not need them, and of a type that no chosen check reads not even a listing is made.
            - *once for all* is a listing that tells of all resources together, made when there is the first of them. *1/20* is a call for twenty.
            - † is made once in a region, however many of the types that name it are read.

            Besides, a scan makes two calls to learn who it is and which regions there are.

            """;

    private final List<Collector<?>> collectors = CollectionPlan.everything().collectors();

    /** {@return the page} */
    String page() {
        return HEAD + services() + types();
    }

    /** One kind of thing is no other's, and AWS has no call that would tell that there is none of them all. */
    private String services() {
        Map<String, List<String>> regional = empty(Collector.Scope.REGIONAL);
        Map<String, List<String>> global = empty(Collector.Scope.GLOBAL);
        StringBuilder text = new StringBuilder("""
                ## Where there is nothing

                What each service costs in a region, and once in an account, in which it has nothing: one call, unless it has several kinds of
                things that no one listing tells of. (Settings of a region as a whole, such as what EBS encrypts by default, are always there, and
                cost the calls of the next table.)

                | service | calls in a region | calls in an account | which |
                |---|--:|--:|---|
                """);
        Stream.concat(regional.keySet().stream(), global.keySet().stream())
                .distinct()
                .sorted()
                .forEach(service -> text.append("| %s | %s | %s | %s |\n"
                        .formatted(
                                service,
                                count(regional.get(service)),
                                count(global.get(service)),
                                Stream.of(regional, global)
                                        .flatMap(calls -> calls.getOrDefault(service, List.of()).stream())
                                        .map(id -> id.substring(id.indexOf(':') + 1))
                                        .distinct()
                                        .map(CallTable::code)
                                        .collect(Collectors.joining(", ")))));
        return text.append("| all | %d | %d | |\n\n"
                        .formatted(
                                regional.values().stream().mapToInt(List::size).sum(),
                                global.values().stream().mapToInt(List::size).sum()))
                .toString();
    }

    private static String count(@org.jspecify.annotations.Nullable List<String> calls) {
        return calls == null ? "" : String.valueOf(calls.size());
    }

    /** The calls in an account that has nothing, by service. */
    private Map<String, List<String>> empty(Collector.Scope scope) {
        Map<String, List<String>> calls = new TreeMap<>();
        collectors.stream()
                .filter(collector -> collector.scope() == scope)
                .flatMap(collector -> collector.listings().stream())
                .filter(CallTable::isFirst)
                .forEach(operation -> {
                    List<String> known = calls.computeIfAbsent(serviceOf(operation.id()), service -> new ArrayList<>());
                    if (!operation.listing().shared() || !known.contains(operation.id())) {
                        known.add(operation.id());
                    }
                });
        return calls;
    }

    private static String serviceOf(String operation) {
        return operation.substring(0, operation.indexOf(':'));
    }

    /** {@return whether it is called even where there is nothing} */
    private static boolean isFirst(Operation operation) {
        Frequency frequency = operation.listing();
        return frequency.unit() == Unit.PAGE
                && frequency.per().isEmpty()
                && frequency.where().isEmpty();
    }

    private String types() {
        StringBuilder text = new StringBuilder("""
                ## By type

                | type | in each | listed by | calls a resource | for which settings |
                |---|---|---|--:|---|
                """);
        Map<String, String> rows = new TreeMap<>();
        for (Collector<?> collector : collectors) {
            for (Class<? extends Resource> type : collector.yields()) {
                String name = ResourceTypes.nameOf(type);
                List<Detail> details = collector.details().stream()
                        .filter(detail -> detail.type() == type)
                        .toList();
                rows.put(
                        name + " " + collector.getClass().getName(),
                        "| `%s` | %s | %s | %s | %s |\n"
                                .formatted(
                                        name,
                                        collector.scope() == Collector.Scope.GLOBAL ? "account" : "region",
                                        listings(collector),
                                        each(collector, details),
                                        settings(details)));
            }
        }
        rows.values().forEach(text::append);
        return text.toString();
    }

    private static String listings(Collector<?> collector) {
        return collector.listings().isEmpty()
                ? "no call: there is always one"
                : collector.listings().stream()
                        .distinct()
                        .map(operation -> code(operation.id())
                                + (operation.listing().shared() ? "†" : "")
                                + times(collector, operation)
                                + words(operation.listing()))
                        .collect(Collectors.joining(", "));
    }

    private static String times(Collector<?> collector, Operation operation) {
        long times = collector.listings().stream().filter(operation::equals).count();
        return times == 1 ? "" : " " + times + " ×";
    }

    private static String words(Frequency frequency) {
        List<String> words = new ArrayList<>();
        if (!frequency.per().isEmpty()) {
            words.add("for each " + frequency.per());
        }
        if (frequency.unit() == Unit.PAGE && frequency.size() > 0) {
            words.add("%,d a page".formatted(frequency.size()));
        }
        if (frequency.unit() == Unit.BATCH) {
            words.add("for %,d at a time".formatted(frequency.size()));
        }
        if (frequency.unit() == Unit.RESOURCE) {
            words.add("for each");
        }
        if (!frequency.where().isEmpty()) {
            words.add("where " + frequency.where());
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    /** How many calls a resource costs beyond its place in a listing, with all settings. */
    private static String each(Collector<?> collector, List<Detail> details) {
        int most = 0;
        boolean atMost = false;
        List<String> parts = new ArrayList<>();
        List<Frequency> frequencies = new ArrayList<>();
        collector.listings().stream()
                .map(Operation::listing)
                .filter(frequency -> frequency.unit() == Unit.BATCH
                        || frequency.unit() == Unit.RESOURCE
                                && frequency.where().isEmpty())
                .forEach(frequencies::add);
        calls(details).values().forEach(frequencies::addAll);
        for (Frequency frequency : frequencies) {
            if (frequency.unit() == Unit.RESOURCE) {
                most++;
                atMost |= !frequency.where().isEmpty();
                if (!frequency.per().isEmpty()) {
                    most--;
                    parts.add("1 for each " + frequency.per());
                }
            } else if (frequency.unit() == Unit.BATCH) {
                parts.add("1/" + frequency.size());
            }
        }
        if (most > 0 || parts.isEmpty()) {
            parts.add(0, (atMost ? "≤ " : "") + most);
        }
        return String.join(" + ", parts);
    }

    /** {@return the calls for settings: of those that one answer fills a single one} */
    private static Map<String, List<Frequency>> calls(List<Detail> details) {
        Map<String, List<Frequency>> calls = new LinkedHashMap<>();
        for (Detail detail : details) {
            List<Frequency> known = calls.computeIfAbsent(detail.operation().id(), id -> new ArrayList<>());
            if (known.isEmpty() || detail.frequency().separate()) {
                known.add(detail.frequency());
            }
        }
        return calls;
    }

    private static String settings(List<Detail> details) {
        Map<String, List<Detail>> byOperation = details.stream()
                .collect(Collectors.groupingBy(
                        detail -> detail.operation().id(), LinkedHashMap::new, Collectors.toList()));
        return byOperation.entrySet().stream()
                .map(entry -> "%s: %s%s"
                        .formatted(
                                entry.getValue().stream()
                                        .map(Detail::component)
                                        .collect(Collectors.toCollection(TreeSet::new))
                                        .stream()
                                        .map(CallTable::code)
                                        .collect(Collectors.joining(", ")),
                                code(entry.getKey()),
                                conditions(entry.getValue().get(0).frequency())))
                .collect(Collectors.joining("; "));
    }

    private static String conditions(Frequency frequency) {
        String forAll = frequency.unit() == Unit.ALL ? " once for all" : "";
        String batch = frequency.unit() == Unit.BATCH ? " for %d at a time".formatted(frequency.size()) : "";
        String per = frequency.per().isEmpty() ? "" : " for each " + frequency.per();
        String where = frequency.where().isEmpty() ? "" : " where " + frequency.where();
        return forAll + batch + per + where;
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
