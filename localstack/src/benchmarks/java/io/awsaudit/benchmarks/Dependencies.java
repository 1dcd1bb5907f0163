package io.awsaudit.benchmarks;

import io.awsaudit.benchmarks.Recording.Answer;
import io.awsaudit.localstack.proxy.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which calls could not be made before others were answered.
 *
 * <p>A call depends on an answer if something that it says (a token, a name, an ARN, the region that it goes to) could be
 * learnt from that answer, and from none that was to be had earlier. So a call's depth is one more than the largest, over all
 * that it says, of the least depth of an answer that tells it; what no answer tells, and what all calls of an operation say
 * alike, was known from the start. That is a lower bound on the number of answers that anybody who makes these calls waits
 * for one after the other, however many are made at the same time; what cannot be traced counts as known.
 */
final class Dependencies {
    private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");
    private static final Pattern SEPARATOR = Pattern.compile("[/:]");
    private static final Pattern TOKEN = Pattern.compile("(?i).*(token|marker|cursor|next|start).*");
    private static final Pattern COMMON = Pattern.compile("[0-9.]*|.|true|false");
    private static final String REGION = "region";
    private static final JsonMapper JSON = new JsonMapper();

    /** Something that a call says. */
    private record Said(String name, String value) {}

    private final Map<Answer, Set<Said>> said = new HashMap<>();
    private final Map<Answer, Integer> depths = new HashMap<>();
    private final Map<String, Answer> tellers = new HashMap<>();
    private List<Call> longest = List.of();

    private Dependencies() {}

    /**
     * Finds what depends on what.
     *
     * @param answers of a scan, each once
     */
    static Dependencies among(Collection<Answer> answers) {
        Dependencies dependencies = new Dependencies();
        dependencies.find(new HashSet<>(answers));
        return dependencies;
    }

    /** {@return the longest chain of calls of which each depends on the one before it} */
    List<Call> longest() {
        return longest;
    }

    private void find(Set<Answer> answers) {
        Map<String, Integer> calls = new HashMap<>();
        Map<String, Map<Said, Integer>> alike = new HashMap<>();
        for (Answer answer : answers) {
            Set<Said> all = said(answer.call());
            said.put(answer, all);
            calls.merge(answer.call().operation(), 1, Integer::sum);
            Map<Said, Integer> counts = alike.computeIfAbsent(answer.call().operation(), fresh -> new HashMap<>());
            all.forEach(one -> counts.merge(one, 1, Integer::sum));
        }
        // What all calls of an operation say is written in the program, and so is what no answer tells.
        Set<String> needed = new HashSet<>();
        said.forEach((answer, all) -> {
            String operation = answer.call().operation();
            all.removeIf(one -> calls.get(operation).equals(alike.get(operation).get(one)));
            all.forEach(one -> needed.add(one.value()));
        });
        Map<Answer, Set<String>> told = new HashMap<>();
        Set<String> tellable = new HashSet<>();
        for (Answer answer : answers) {
            Set<String> values = told(answer);
            values.retainAll(needed);
            told.put(answer, values);
            tellable.addAll(values);
        }
        said.values().forEach(all -> all.removeIf(one -> !tellable.contains(one.value())));
        levels(answers, told);
    }

    private void levels(Set<Answer> answers, Map<Answer, Set<String>> told) {
        Set<String> free = new HashSet<>();
        Set<Answer> open = reach(answers, told, free);
        while (!open.isEmpty()) {
            // Each of these tells what only others of these say: some of it was known otherwise.
            open.forEach(answer -> said.get(answer).stream()
                    .map(Said::value)
                    .filter(value -> !tellers.containsKey(value))
                    .forEach(free::add));
            open = reach(answers, told, free);
        }
        depths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(deepest -> longest = chain(deepest.getKey()));
    }

    /** Finds the depths of all that can be reached from what is free to know, and returns the rest. */
    private Set<Answer> reach(Set<Answer> answers, Map<Answer, Set<String>> told, Set<String> free) {
        depths.clear();
        tellers.clear();
        Set<Answer> open = new HashSet<>(answers);
        for (int depth = 1; !open.isEmpty(); depth++) {
            List<Answer> ready = open.stream()
                    .filter(answer -> said.get(answer).stream()
                            .allMatch(one -> free.contains(one.value()) || tellers.containsKey(one.value())))
                    .toList();
            if (ready.isEmpty()) {
                break;
            }
            for (Answer answer : ready) {
                depths.put(answer, depth);
                open.remove(answer);
            }
            for (Answer answer : ready) {
                told.get(answer).stream()
                        .filter(value -> !free.contains(value))
                        .forEach(value -> tellers.putIfAbsent(value, answer));
            }
        }
        return open;
    }

    private List<Call> chain(Answer last) {
        Deque<Call> chain = new ArrayDeque<>();
        Answer answer = last;
        while (true) {
            chain.addFirst(answer.call());
            int before = depths.get(answer) - 1;
            Answer next = said.get(answer).stream()
                    .map(one -> tellers.get(one.value()))
                    .filter(teller -> teller != null && depths.get(teller) == before)
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return new ArrayList<>(chain);
            }
            answer = next;
        }
    }

    private static Set<Said> said(Call call) {
        Set<Said> all = new HashSet<>();
        all.add(new Said(REGION, call.region()));
        int mark = call.target().indexOf('?');
        String path = mark < 0 ? call.target() : call.target().substring(0, mark);
        for (String segment : path.split("/")) {
            add(all, "path", URLDecoder.decode(segment, StandardCharsets.UTF_8));
        }
        if (mark >= 0) {
            form(call.target().substring(mark + 1), all);
        }
        switch (call.protocol()) {
            case QUERY, EC2 -> form(call.body(), all);
            case JSON, REST_JSON -> leaves("", json(call.body()), all);
            case REST_XML -> TEXT.matcher(call.body()).results().forEach(match -> add(all, "body", match.group(1)));
        }
        return all;
    }

    private static void form(String text, Set<Said> all) {
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                add(
                        all,
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private static void add(Set<Said> all, String name, String value) {
        if (!value.isEmpty()
                && (TOKEN.matcher(name).matches() || !COMMON.matcher(value).matches())) {
            all.add(new Said(name, value));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static void leaves(String name, JsonNode node, Set<Said> all) {
        if (node.isValueNode()) {
            add(all, name, node.asString(""));
        } else if (node.isArray()) {
            node.forEach(child -> leaves(name, child, all));
        } else {
            node.properties().forEach(child -> leaves(child.getKey(), child.getValue(), all));
        }
    }

    private static Set<String> told(Answer answer) {
        Set<String> values = new HashSet<>();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        switch (answer.call().protocol()) {
            case QUERY, EC2, REST_XML -> {
                Matcher text = TEXT.matcher(body);
                while (text.find()) {
                    tell(unescaped(text.group(1).strip()), values);
                }
            }
            case JSON, REST_JSON -> {
                Set<Said> leaves = new HashSet<>();
                leaves("next", json(body), leaves);
                leaves.forEach(leaf -> tell(leaf.value(), values));
            }
        }
        return values;
    }

    /** Also what follows in an ARN, a URL or a path: names are taken from there. */
    private static void tell(String value, Set<String> values) {
        values.add(value);
        Matcher separator = SEPARATOR.matcher(value);
        while (separator.find()) {
            values.add(value.substring(separator.end()));
        }
    }

    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
    }
}
