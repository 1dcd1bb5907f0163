package io.awsaudit.localstack.proxy;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.protocols.core.OperationInfo;

/**
 * Says which operation of which service a request asks for, by the SDK's own marshallers: what the SDK would write for an
 * operation is how that operation is recognised.
 */
public final class Operations {
    private static final String SERVICES = "software/amazon/awssdk/services/";
    /** What calls about directory buckets are signed for. */
    private static final String S3_EXPRESS = "s3express";

    private static final Pattern SCOPE = Pattern.compile("Credential=[^/,\\s]+/\\d{8}/([^/]+)/([^/]+)/aws4_request");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern API = Pattern.compile("\\bapi/([^#\\s]+)#");

    /** Operations that the SDK's classes spell otherwise than the API, whose requests do not name them. */
    private static final Map<String, String> SPELLED = Map.of("ListVpcConnections", "ListVPCConnections");

    /** An operation as the SDK writes it. */
    private record Binding(String sdkPackage, String sdkName, String name, Protocol protocol, OperationInfo info) {}

    /** Whom a request was signed for. */
    private record Scope(String region, String signingName) {}

    private final Map<String, List<String>> packagesBySigningName;
    private final Map<String, List<Binding>> bindings = new ConcurrentHashMap<>();
    private final Set<String> declaredServices;
    private final Set<String> declared;

    /** Reads what the SDK would write for each operation, when a service is first asked about. */
    public Operations() {
        packagesBySigningName = packagesBySigningName();
        List<Operation> operations = CollectionPlan.everything().operations();
        declared = operations.stream().map(Operation::id).collect(Collectors.toSet());
        declaredServices = operations.stream().map(Operation::service).collect(Collectors.toSet());
    }

    /**
     * Names a request.
     *
     * @param headers by name, in lower case
     * @throws IllegalArgumentException if the request was not signed, or no operation of the SDK looks like it
     */
    public Call name(String method, String target, Map<String, List<String>> headers, String body) {
        Matcher scope = SCOPE.matcher(first(headers, "authorization"));
        if (!scope.find()) {
            throw new IllegalArgumentException("Not signed: " + method + " " + target);
        }
        Scope signed = new Scope(scope.group(1), scope.group(2));
        Map<String, String> query = query(target);
        Map<String, String> form =
                first(headers, "content-type").startsWith("application/x-www-form-urlencoded") ? form(body) : Map.of();
        Optional<String> api = api(headers);
        boolean express = signed.signingName().equals(S3_EXPRESS);
        Binding binding = packagesBySigningName.getOrDefault(express ? "s3" : signed.signingName(), List.of()).stream()
                .flatMap(sdkPackage -> bindings(sdkPackage).stream())
                // Both kinds of buckets are listed by the same path, and told apart by what signs for it.
                .filter(candidate -> !candidate.name().equals(express ? "ListBuckets" : "ListDirectoryBuckets"))
                .filter(candidate -> matches(candidate, method, target, query, headers, form))
                // The client says which API it calls where services share a name; the most literal path says the most.
                .max(Comparator.<Binding, Boolean>comparing(candidate ->
                                api.filter(candidate.sdkPackage()::equals).isPresent())
                        .thenComparing(candidate -> literals(candidate.info().requestUri()))
                        .thenComparing(candidate -> declared.contains(id(signed, candidate))))
                .orElseThrow(() -> new IllegalArgumentException("No operation of " + signed + ": " + method + " "
                        + target + " " + first(headers, "x-amz-target") + " " + form.getOrDefault("Action", "")));
        return new Call(
                id(signed, binding),
                signed.region(),
                binding.sdkPackage(),
                binding.sdkName(),
                binding.protocol(),
                method,
                target,
                headers,
                body);
    }

    /** As the collectors write it, who take IAM's prefix for some services, and the SDK's own name for others. */
    private String id(Scope signed, Binding binding) {
        boolean byPackage =
                declaredServices.contains(binding.sdkPackage()) || !declaredServices.contains(signed.signingName());
        return (byPackage ? binding.sdkPackage() : signed.signingName()) + ":" + binding.name();
    }

    private static boolean matches(
            Binding binding,
            String method,
            String target,
            Map<String, String> query,
            Map<String, List<String>> headers,
            Map<String, String> form) {
        OperationInfo info = binding.info();
        return switch (binding.protocol()) {
            case QUERY, EC2 ->
                info.operationIdentifier().equals(form.get("Action"))
                        && info.apiVersion().equals(form.get("Version"));
            case JSON -> info.operationIdentifier().equals(first(headers, "x-amz-target"));
            case REST_JSON, REST_XML ->
                info.httpMethod().name().equals(method)
                        && pathMatches(path(info.requestUri()), path(binding, target))
                        && query(info.requestUri()).entrySet().stream()
                                .allMatch(part -> part.getValue().equals(query.get(part.getKey())));
        };
    }

    /** The SDK adds the bucket to the path only when it knows the endpoint, so that its own templates are without it. */
    private static String path(Binding binding, String target) {
        String path = path(target);
        return binding.sdkPackage().equals("s3") && path.length() > 1
                ? path.replaceFirst("^/[^/]+/?$", "").replaceFirst("^/[^/]+(?=/)", "")
                : path;
    }

    private static boolean pathMatches(String template, String path) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int end = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(template.substring(end, variable.start())))
                    .append(variable.group().endsWith("+}") ? ".+" : "[^/]+");
            end = variable.end();
        }
        return path.matches(
                pattern.append(Pattern.quote(template.substring(end))).toString());
    }

    private static long literals(String template) {
        return Arrays.stream(path(template).split("/"))
                        .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                        .count()
                + query(template).size();
    }

    private static String path(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    static Map<String, String> query(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? Map.of() : form(target.substring(mark + 1));
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> URLDecoder.decode(part[0], StandardCharsets.UTF_8),
                        part -> part.length == 1 ? "" : URLDecoder.decode(part[1], StandardCharsets.UTF_8),
                        (one, other) -> one));
    }

    private static Optional<String> api(Map<String, List<String>> headers) {
        Matcher api = API.matcher(first(headers, "user-agent"));
        return api.find()
                ? Optional.of(api.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                : Optional.empty();
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    private List<Binding> bindings(String sdkPackage) {
        return bindings.computeIfAbsent(sdkPackage, missing -> {
            String protocolFactory = protocolFactory(missing);
            return entries(SERVICES + missing + "/transform/").stream()
                    .filter(name -> name.endsWith("RequestMarshaller.class"))
                    .map(name -> binding(missing, protocolFactory, name))
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    private static Optional<Binding> binding(String sdkPackage, String protocolFactory, String classFile) {
        try {
            Class<?> marshaller = Class.forName(className(classFile));
            Field field = marshaller.getDeclaredField("SDK_OPERATION_BINDING");
            field.setAccessible(true);
            OperationInfo info = (OperationInfo) field.get(null);
            return Optional.of(new Binding(
                    sdkPackage, sdkName(marshaller), name(marshaller, info), protocol(protocolFactory, info), info));
        } catch (NoSuchFieldException e) {
            return Optional.empty(); // of a member of a request, and not of a request
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(classFile, e);
        }
    }

    /** The API's own spelling, as in {@code DescribeDBInstances}, where it is part of the request. */
    private static String name(Class<?> marshaller, OperationInfo info) {
        String identifier = info.operationIdentifier();
        return identifier == null
                ? SPELLED.getOrDefault(sdkName(marshaller), sdkName(marshaller))
                : identifier.substring(identifier.lastIndexOf('.') + 1);
    }

    private static String sdkName(Class<?> marshaller) {
        return marshaller.getSimpleName().replaceFirst("RequestMarshaller$", "");
    }

    private static Protocol protocol(String protocolFactory, OperationInfo info) {
        return switch (protocolFactory) {
            case "AwsQueryProtocolFactory" -> Protocol.QUERY;
            case "AwsEc2ProtocolFactory" -> Protocol.EC2;
            case "AwsXmlProtocolFactory", "AwsS3ProtocolFactory" -> Protocol.REST_XML;
            // CBOR is JSON where the SDK is told to speak that, which our collectors and seeds tell it.
            case "AwsJsonProtocolFactory", "AwsCborProtocolFactory" ->
                info.operationIdentifier() == null ? Protocol.REST_JSON : Protocol.JSON;
            default -> throw new IllegalStateException("No such protocol: " + protocolFactory);
        };
    }

    /** {@return the name of the class by which the service's client writes and reads} */
    private static String protocolFactory(String sdkPackage) {
        String client = entries(SERVICES + sdkPackage + "/Default").stream()
                .filter(name ->
                        name.matches(".*/Default[A-Za-z0-9]+Client\\.class") && !name.endsWith("AsyncClient.class"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No client in " + sdkPackage));
        try {
            return Class.forName(className(client))
                    .getDeclaredField("protocolFactory")
                    .getType()
                    .getSimpleName();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(client, e);
        }
    }

    private static Map<String, List<String>> packagesBySigningName() {
        return entries(SERVICES).stream()
                // A service may have a second client in a package of its own, as AWS WAF Classic has for regions.
                .filter(name -> name.matches(SERVICES + "[a-z0-9]+(/[a-z0-9]+)?/[A-Za-z0-9]+Client\\.class"))
                .filter(name -> !name.matches(".*/(Default[A-Za-z0-9]+|[A-Za-z0-9]+Async)Client\\.class"))
                .collect(Collectors.groupingBy(
                        Operations::signingName,
                        Collectors.mapping(
                                name -> name.substring(SERVICES.length(), name.lastIndexOf('/')),
                                Collectors.toList())));
    }

    private static String signingName(String classFile) {
        try {
            return (String)
                    Class.forName(className(classFile)).getField("SERVICE_NAME").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(classFile, e);
        }
    }

    private static String className(String classFile) {
        return classFile.replace(".class", "").replace('/', '.');
    }

    /** {@return the names of all whose path starts like this, in whichever jars of the class path} */
    private static List<String> entries(String start) {
        List<String> entries = new ArrayList<>();
        try {
            for (URL root : Collections.list(
                    Operations.class.getClassLoader().getResources(start.substring(0, start.lastIndexOf('/') + 1)))) {
                if (URI.create(root.toString()).getScheme().equals("jar")) {
                    ((JarURLConnection) root.openConnection())
                            .getJarFile().stream()
                                    .map(JarEntry::getName)
                                    .filter(name -> name.startsWith(start))
                                    .forEach(entries::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
