package io.awsaudit.localstack.proxy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Cuts the one answer that an emulator gives for a listing of EC2 or IAM into pages, however large ones are asked for, and
 * puts an empty page between each two, as AWS does where it has come upon nothing within its time.
 *
 * <p>Such listings are the operations for which the SDK has a paginator; AWS gives the others whole.
 */
public final class SmallPages implements Fault {
    /** Where requests and answers of a protocol say that a listing goes on, and where answers hold the items. */
    private enum Form {
        EC2("NextToken", "nextToken", "item"),
        IAM("Marker", "Marker", "member");

        private final Pattern token;
        private final String next;
        private final String item;

        Form(String token, String next, String item) {
            this.token = Pattern.compile("(?:^|&)" + token + "=(\\d+)");
            this.next = next;
            this.item = item;
        }
    }

    private static final Map<String, Set<String>> LISTINGS =
            Map.of("ec2", listings(Ec2Client.class), "iam", listings(IamClient.class));

    private final int items;
    private final Map<String, List<Answer>> cut = new ConcurrentHashMap<>();
    private final AtomicInteger further = new AtomicInteger();

    /** @param items on a page, at most */
    public SmallPages(int items) {
        this.items = items;
    }

    private static Set<String> listings(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .map(method -> method.getName())
                .filter(name -> name.endsWith("Paginator"))
                .map(name ->
                        Character.toUpperCase(name.charAt(0)) + name.substring(1, name.length() - "Paginator".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return whether AWS gives the answer in pages} */
    public static boolean isListing(Call call) {
        return LISTINGS.getOrDefault(call.service(), Set.of()).contains(call.name());
    }

    /** {@return how many pages were given that were not the first of their listing} */
    public int furtherPages() {
        return further.get();
    }

    @Override
    public Answer answer(Call call, Function<Call, Answer> emulator) {
        Form form = call.service().equals("ec2") ? Form.EC2 : Form.IAM;
        Matcher token = form.token.matcher(call.body());
        if (!token.find()) {
            Answer whole = emulator.apply(call);
            if (whole.status() != 200) {
                return whole;
            }
            List<Answer> pages = pages(whole, form);
            cut.put(call.identity(), pages);
            return pages.get(0);
        }
        further.incrementAndGet();
        int number = Integer.parseInt(token.group(1));
        Call first = call.asking(call.target(), token.replaceAll(""));
        return cut.get(first.identity()).get(number);
    }

    private List<Answer> pages(Answer whole, Form form) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(whole.text().getBytes(StandardCharsets.UTF_8)));
            return pages(whole, document, form);
        } catch (IOException | ParserConfigurationException | SAXException | TransformerException e) {
            throw new IllegalStateException(whole.text(), e);
        }
    }

    private List<Answer> pages(Answer whole, Document document, Form form) throws TransformerException {
        Element root = document.getDocumentElement();
        Element result = form == Form.IAM ? children(root).get(0) : root;
        List<Node> listed = new ArrayList<>();
        List<Element> lists = new ArrayList<>();
        for (Element list : children(result)) {
            for (Element child : children(list)) {
                if (child.getTagName().equals(form.item)) {
                    listed.add(list.removeChild(child));
                    lists.add(list);
                }
            }
            if (list.getTagName().equals("IsTruncated")) {
                result.removeChild(list);
            }
        }
        int full = Math.max(1, (listed.size() + items - 1) / items);
        List<Answer> pages = new ArrayList<>();
        for (int number = 0; number <= 2 * (full - 1); number++) {
            boolean goesOn = number < 2 * (full - 1);
            List<Node> added = new ArrayList<>();
            if (number % 2 == 0) {
                int from = number / 2 * items;
                for (int i = from; i < Math.min(from + items, listed.size()); i++) {
                    added.add(lists.get(i).appendChild(listed.get(i)));
                }
            }
            if (goesOn) {
                added.add(result.appendChild(text(document, form.next, String.valueOf(number + 1))));
            }
            if (form == Form.IAM) {
                added.add(result.appendChild(text(document, "IsTruncated", String.valueOf(goesOn))));
            }
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(page));
            pages.add(whole.withBody(page.toByteArray()));
            added.forEach(node -> node.getParentNode().removeChild(node));
        }
        return pages;
    }

    private static Element text(Document document, String name, String text) {
        Element element = document.createElement(name);
        element.setTextContent(text);
        return element;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
