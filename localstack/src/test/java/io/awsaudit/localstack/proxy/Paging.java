package io.awsaudit.localstack.proxy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Listings whose pages are not as one may think; how an operation names its token, its response class says. */
public enum Paging implements Fault {
    /** An empty page with a token, which leads to the true first page: AWS filters after it has cut the pages. */
    EMPTY_PAGE_FIRST {
        @Override
        public Answer answer(Call call, Function<Call, Answer> emulator) {
            return continues(call) ? emulator.apply(withoutToken(call)) : withToken(call, emulator.apply(call), true);
        }
    },
    /** Every page names the same next one. */
    SAME_TOKEN_FOR_EVER {
        @Override
        public Answer answer(Call call, Function<Call, Answer> emulator) {
            return withToken(call, emulator.apply(withoutToken(call)), false);
        }
    };

    private static final String TOKEN = "AAAA-next-page";
    private static final Set<String> TOKENS = Set.of( // in lower case
            "nexttoken",
            "marker",
            "nextmarker",
            "continuationtoken",
            "nextcontinuationtoken",
            "nextpagetoken",
            "paginationtoken",
            "lastevaluatedtablename");
    private static final Set<String> FLAGS = Set.of("HasMoreStreams", "IsTruncated", "Truncated");
    private static final JsonMapper JSON = new JsonMapper();

    /** {@return whether the operation has pages, so that these faults can happen to it} */
    public static boolean hasPages(Call call) {
        return token(call).isPresent();
    }

    private static boolean continues(Call call) {
        return call.body().contains(TOKEN) || call.target().contains(TOKEN);
    }

    private static Call withoutToken(Call call) {
        if (!continues(call)) {
            return call;
        }
        return switch (call.protocol()) {
            case QUERY, EC2 -> call.asking(call.target(), withoutToken(call.body()));
            case JSON -> call.asking(call.target(), jsonWithoutToken(call.body()));
            case REST_JSON, REST_XML -> {
                int mark = call.target().indexOf('?');
                String rest = mark < 0 ? "" : withoutToken(call.target().substring(mark + 1));
                String path = mark < 0 ? call.target() : call.target().substring(0, mark);
                yield call.asking(
                        rest.isEmpty() ? path : path + "?" + rest,
                        call.body().contains(TOKEN) ? jsonWithoutToken(call.body()) : call.body());
            }
        };
    }

    private static String withoutToken(String form) {
        String encoded = URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
        return Arrays.stream(form.split("&"))
                .filter(part -> !part.endsWith("=" + encoded))
                .collect(Collectors.joining("&"));
    }

    private static String jsonWithoutToken(String body) {
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        List.copyOf(request.propertyNames()).stream()
                .filter(name -> request.path(name).asString("").equals(TOKEN))
                .forEach(request::remove);
        return JSON.writeValueAsString(request);
    }

    private static Answer withToken(Call call, Answer answer, boolean empty) {
        if (answer.status() != 200) {
            return answer;
        }
        String token = token(call).orElseThrow(() -> new IllegalArgumentException(call + " has no pages"));
        String text = switch (call.protocol()) {
            case JSON, REST_JSON -> json(call, answer.text(), token, empty);
            case QUERY, EC2, REST_XML -> xml(call, answer.text(), token, empty);
        };
        return answer.withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Call call, String text, String token, boolean empty) {
        ObjectNode page = (ObjectNode) JSON.readTree(text);
        if (empty) {
            lists(call).stream().filter(page::has).forEach(page::putArray);
        }
        page.put(token, TOKEN);
        flags(call).forEach(flag -> page.put(flag, true));
        return JSON.writeValueAsString(page);
    }

    private static String xml(Call call, String text, String token, boolean empty) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            Element page = document.getDocumentElement();
            Map<String, Element> parts = parts(page);
            Element result = parts.get(call.name() + "Result");
            if (call.protocol() == Protocol.QUERY && result != null) {
                page = result;
                parts = parts(page);
            }
            if (empty) {
                for (String list : lists(call)) {
                    Element part = parts.get(list);
                    if (part != null) {
                        page.removeChild(part);
                    }
                }
            }
            replace(page, parts, token, TOKEN);
            for (String flag : flags(call)) {
                replace(page, parts, flag, "true");
            }
            StringWriter written = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(written));
            return written.toString();
        } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
            throw new IllegalStateException(call + ": " + text, e);
        }
    }

    private static void replace(Element page, Map<String, Element> parts, String name, String value) {
        Element old = parts.get(name);
        if (old != null) {
            page.removeChild(old);
        }
        Element fresh = page.getOwnerDocument().createElementNS(page.getNamespaceURI(), name);
        fresh.setTextContent(value);
        page.appendChild(fresh);
    }

    private static Map<String, Element> parts(Element parent) {
        Map<String, Element> parts = new HashMap<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                parts.put(element.getLocalName(), element);
            }
        }
        return parts;
    }

    private static Optional<String> token(Call call) {
        return fields(call).stream()
                .filter(field -> TOKENS.contains(field.memberName().toLowerCase(java.util.Locale.ROOT)))
                .map(Paging::nameInAnswers)
                // A response may repeat the token of the request beside that of the next page, as Marker and
                // NextMarker.
                .max(java.util.Comparator.comparing(
                        name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("next")));
    }

    private static List<String> lists(Call call) {
        return fields(call).stream()
                .filter(field -> field.marshallingType() == MarshallingType.LIST)
                .map(Paging::nameInAnswers)
                .toList();
    }

    /** {@return the names of what says besides the token that there is more} */
    private static List<String> flags(Call call) {
        return fields(call).stream()
                .map(Paging::nameInAnswers)
                .filter(FLAGS::contains)
                .toList();
    }

    private static String nameInAnswers(SdkField<?> field) {
        return field.unmarshallLocationName();
    }

    private static List<SdkField<?>> fields(Call call) {
        String response = "software.amazon.awssdk.services." + call.sdkPackage().split("/")[0] + ".model."
                + call.sdkName() + "Response"; // a second client of a service shares the model of the first
        try {
            Object builder = Class.forName(response).getMethod("builder").invoke(null);
            List<SdkField<?>> fields = new ArrayList<>(((SdkPojo) builder).sdkFields());
            fields.removeIf(field -> field.location() != MarshallLocation.PAYLOAD);
            return fields;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(response, e);
        }
    }
}
