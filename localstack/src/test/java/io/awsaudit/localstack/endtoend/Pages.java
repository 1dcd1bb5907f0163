package io.awsaudit.localstack.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Stands before an emulator that gives a listing in one answer, and gives it page by page, each second page empty: as AWS
 * does when it has come upon nothing within its time. Pages are as small as they are, whatever size is asked for.
 *
 * <p>It does so for the operations of EC2 and IAM that AWS gives in pages, which are those for which the SDK has a
 * paginator. All else goes through as it is.
 */
final class Pages implements AutoCloseable {
    /** A form of listing: how its protocol says where to go on, and where the answer holds its items. */
    private enum Form {
        EC2("NextToken", "MaxResults", "nextToken", "item", names(Ec2Client.class)),
        IAM("Marker", "MaxItems", "Marker", "member", names(IamClient.class));

        private final String token;
        private final String size;
        private final String next;
        private final String item;
        private final Set<String> operations;

        Form(String token, String size, String next, String item, Set<String> operations) {
            this.token = token;
            this.size = size;
            this.next = next;
            this.item = item;
            this.operations = operations;
        }

        private static Set<String> names(Class<?> client) {
            return Arrays.stream(client.getMethods())
                    .map(method -> method.getName())
                    .filter(name -> name.endsWith("Paginator"))
                    .map(name -> Character.toUpperCase(name.charAt(0))
                            + name.substring(1, name.length() - "Paginator".length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static final int WORKERS = 16;
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "expect", "host", "server", "transfer-encoding", "upgrade");

    private final URI emulator;
    private final int itemsAPage;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final Map<String, List<byte[]>> listings = new ConcurrentHashMap<>();
    private final AtomicInteger pages = new AtomicInteger();

    private Pages(URI emulator, int itemsAPage) throws IOException {
        this.emulator = emulator;
        this.itemsAPage = itemsAPage;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    static Pages of(URI emulator, int itemsAPage) {
        try {
            return new Pages(emulator, itemsAPage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** {@return how many pages were given that were not the first of their listing} */
    int furtherPages() {
        return pages.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            Map<String, String> form = form(exchange, body);
            String operation = form.getOrDefault("Action", "");
            for (Form kind : Form.values()) {
                boolean ofService = authorization.contains("/" + kind.name().toLowerCase(Locale.ROOT) + "/aws4_");
                if (ofService && kind.operations.contains(operation)) {
                    page(exchange, kind, form, authorization);
                    return;
                }
            }
            HttpResponse<byte[]> whole = ask(exchange, body);
            whole.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            send(exchange, whole.statusCode(), whole.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IOException(e); // breaks the connection, which the caller sees as a failed call
        }
    }

    private void page(HttpExchange exchange, Form kind, Map<String, String> form, String authorization)
            throws IOException, InterruptedException, ParserConfigurationException, SAXException, TransformerException {
        String token = form.remove(kind.token);
        form.remove(kind.size);
        String scope = authorization.replaceAll("(?s).*Credential=([^,]+),.*", "$1");
        String key = scope + " " + form;
        List<byte[]> listing = listings.get(key);
        if (token == null || listing == null) {
            HttpResponse<byte[]> whole = ask(exchange, encoded(form));
            exchange.getResponseHeaders().put("Content-Type", List.of("text/xml"));
            if (whole.statusCode() != 200) {
                send(exchange, whole.statusCode(), whole.body());
                return;
            }
            listing = cut(whole.body(), kind);
            listings.put(key, listing);
        }
        int number = token == null ? 0 : Integer.parseInt(token);
        if (number > 0) {
            pages.incrementAndGet();
        }
        exchange.getResponseHeaders().put("Content-Type", List.of("text/xml"));
        send(exchange, 200, listing.get(number));
    }

    /** Cuts a whole answer into pages; every other one is empty. */
    private List<byte[]> cut(byte[] whole, Form kind)
            throws IOException, ParserConfigurationException, SAXException, TransformerException {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(whole));
        Element root = document.getDocumentElement();
        Element result = kind == Form.IAM ? children(root, "").get(0) : root;
        List<Element> items = new ArrayList<>();
        List<Node> lists = new ArrayList<>();
        for (Element list : children(result, "")) {
            for (Element item : children(list, kind.item)) {
                items.add(item);
                lists.add(list);
            }
        }
        children(result, "IsTruncated").forEach(result::removeChild);
        items.forEach(item -> item.getParentNode().removeChild(item));
        int full = Math.max(1, (items.size() + itemsAPage - 1) / itemsAPage);
        List<byte[]> cut = new ArrayList<>();
        for (int number = 0; number < 2 * full - 1; number++) {
            boolean isLast = number == 2 * full - 2;
            List<Node> added = new ArrayList<>();
            if (number % 2 == 0) {
                int from = number / 2 * itemsAPage;
                IntStream.range(from, Math.min(from + itemsAPage, items.size()))
                        .forEach(index -> added.add(lists.get(index).appendChild(items.get(index))));
            }
            if (!isLast) {
                added.add(result.appendChild(text(document, kind.next, String.valueOf(number + 1))));
            }
            if (kind == Form.IAM) {
                added.add(result.appendChild(text(document, "IsTruncated", String.valueOf(!isLast))));
            }
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(page));
            cut.add(page.toByteArray());
            added.forEach(node -> node.getParentNode().removeChild(node));
        }
        return cut;
    }

    private static Element text(Document document, String name, String text) {
        Element element = document.createElementNS(document.getDocumentElement().getNamespaceURI(), name);
        element.setTextContent(text);
        return element;
    }

    /** {@return the child elements of that name, or of any where it is empty} */
    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element
                    && (name.isEmpty() || element.getTagName().equals(name))) {
                children.add(element);
            }
        }
        return children;
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        emulator.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> form(HttpExchange exchange, byte[] body) {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        Map<String, String> form = new TreeMap<>();
        if (type.startsWith("application/x-www-form-urlencoded")) {
            for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
