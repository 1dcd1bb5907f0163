package io.awsaudit.localstack.proxy;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Errors as AWS writes them, in the protocol of the call. */
final class Errors {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REQUEST = "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE";

    private Errors() {}

    static Answer of(Call call, int status, String code, String message) {
        String type = contentType(call);
        return switch (call.protocol()) {
            case QUERY -> Answer.of(status, type, """
                    <ErrorResponse>
                      <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
                      <RequestId>%s</RequestId>
                    </ErrorResponse>
                    """.formatted(code, xml(message), REQUEST));
            case EC2 -> Answer.of(status, type, """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>%s</RequestID></Response>
                    """.formatted(code, xml(message), REQUEST));
            case REST_XML ->
                Answer.of(
                        status,
                        type,
                        xmlDeclared(
                                call.sdkPackage().equals("s3")
                                        ? "<Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>"
                                                .formatted(code, xml(message), REQUEST)
                                        : "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
                                                .formatted(code, xml(message), REQUEST)));
            case JSON -> Answer.of(status, type, JSON.writeValueAsString(Map.of("__type", code, "message", message)));
            case REST_JSON ->
                Answer.of(
                        status,
                        Map.of("Content-Type", List.of(type), "x-amzn-ErrorType", List.of(code)),
                        JSON.writeValueAsBytes(Map.of("message", message)));
        };
    }

    /** {@return the type of the answers in the protocol of the call} */
    static String contentType(Call call) {
        return switch (call.protocol()) {
            case QUERY -> "text/xml";
            case EC2 -> "text/xml;charset=UTF-8";
            case REST_XML -> "application/xml";
            case JSON ->
                call.headers()
                        .getOrDefault("content-type", List.of("application/x-amz-json-1.1"))
                        .get(0);
            case REST_JSON -> "application/json";
        };
    }

    /** {@return the first of the codes in which AWS says this: in XML, of EC2, and in JSON} */
    static String code(Call call, String xml, String ec2, String json) {
        return switch (call.protocol()) {
            case QUERY, REST_XML -> xml;
            case EC2 -> ec2;
            case JSON, REST_JSON -> json;
        };
    }

    private static String xmlDeclared(String document) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document;
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
