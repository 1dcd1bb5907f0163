package io.awsaudit.collectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Refuses what the SDK would take for an answer and is none: the SDK makes an empty listing of an empty body, of a proxy's
 * web page, and of an error that came with status 200; and it follows for ever a listing whose next page is this page.
 */
final class Guard implements ExecutionInterceptor {
    private static final int HEAD = 2048;
    /** Beyond any page that AWS sends. */
    private static final int LARGEST = 256 << 20;

    private static final Pattern ROOT = Pattern.compile("^(?:<\\?.*?\\?>|<!--.*?-->|\\s)*<([\\w.:-]+)", Pattern.DOTALL);
    private static final ExecutionAttribute<String> ROOT_ELEMENT = new ExecutionAttribute<>("awsaudit.RootElement");

    /**
     * What S3 sends, with nothing in it, of a setting that a bucket never had, and of a bucket in us-east-1. The first by the
     * name that S3's own API gives it, and by the one that moto does.
     */
    private static final Set<String> EMPTY_ANSWERS = Set.of(
            "VersioningConfiguration",
            "GetBucketVersioningResponse",
            "BucketLoggingStatus",
            "LocationConstraint",
            "NotificationConfiguration",
            "GetBucketNotificationResponse");

    /**
     * Operations that answer with an empty JSON object: Macie's, of an account that no other one manages; EMR's, of a cluster
     * that never ends by itself; Bedrock's, of a region where no calls are logged; SQS's, of a region without queues, and of a
     * queue without tags; Shield's, of a subscription that lets nobody of AWS in and names nobody to call; IAM Identity
     * Center's, of a permission set without a policy of its own.
     */
    private static final Set<String> EMPTY_OBJECTS = Set.of(
            "DescribeDRTAccess",
            "DescribeEmergencyContactSettings",
            "GetAdministratorAccount",
            "GetAutoTerminationPolicy",
            "GetInlinePolicyForPermissionSet",
            "GetModelInvocationLoggingConfiguration",
            "ListQueueTags",
            "ListQueues");

    private static final String EMPTY_OBJECT = "{}";

    private static final Pattern TOKEN = Pattern.compile(
            "(next.*|.*token|.*marker|.*cursor|last_?evaluated.*|exclusive_?start.*|starting.*|start_?(record|key).*)",
            Pattern.CASE_INSENSITIVE);

    /** What came as an answer and cannot be one. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** As the cause of an exception of the SDK's own: it makes others anew on their way out, and keeps the cause. */
    private static SdkClientException unreadable(String message) {
        return SdkClientException.create(message, new Unreadable(message));
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        byte[] body = context.responseBody().map(Guard::readAll).orElse(new byte[0]);
        Matcher root = ROOT.matcher(new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.UTF_8));
        attributes.putAttribute(ROOT_ELEMENT, root.find() ? root.group(1) : objectIfEmpty(body));
        return Optional.of(new ByteArrayInputStream(body));
    }

    private static String objectIfEmpty(byte[] body) {
        boolean empty = body.length < HEAD
                && new String(body, StandardCharsets.UTF_8)
                        .replaceAll("\\s", "")
                        .equals(EMPTY_OBJECT);
        return empty ? EMPTY_OBJECT : "";
    }

    /** All of it before any of it is understood, so that a connection that breaks in the middle is known for that. */
    private static byte[] readAll(InputStream body) {
        try {
            byte[] content = body.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw unreadable("an answer of more than " + (LARGEST >> 20) + " MiB");
            }
            return content;
        } catch (IOException e) {
            throw SdkClientException.create("the answer broke off: " + e.getMessage(), e);
        }
    }

    @Override
    public void afterUnmarshalling(Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
        if (saysNothing(context.response()) && !maySayNothing(attributes)) {
            throw unreadable("an answer without anything that belongs into it");
        }
        Set<String> asked = tokens(context.request(), false);
        tokens(context.response(), true).stream()
                .filter(asked::contains)
                .findFirst()
                .ifPresent(token -> {
                    throw unreadable("a page that names itself as the next one");
                });
    }

    private static boolean maySayNothing(ExecutionAttributes attributes) {
        String root = attributes.getAttribute(ROOT_ELEMENT);
        return EMPTY_ANSWERS.contains(root)
                || EMPTY_OBJECT.equals(root)
                        && EMPTY_OBJECTS.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    /**
     * AWS sends an empty list as an empty list. Where there is not even that, what came is something else: nothing at all, a
     * web page, an error, a part of an answer.
     */
    private static boolean saysNothing(SdkPojo answer) {
        return !answer.sdkFields().isEmpty()
                && answer.sdkFields().stream()
                        .map(field -> field.getValueOrDefault(answer))
                        .allMatch(value -> value == null
                                || value instanceof SdkAutoConstructList
                                || value instanceof SdkAutoConstructMap);
    }

    /** The members that name a page. An answer that has a member for the next one may repeat this one's in another. */
    private static Set<String> tokens(SdkPojo message, boolean ofAnswer) {
        List<SdkField<?>> fields = message.sdkFields().stream()
                .filter(field -> TOKEN.matcher(field.memberName()).matches())
                .toList();
        boolean onlyNext = ofAnswer && fields.stream().anyMatch(Guard::isNext);
        return fields.stream()
                .filter(field -> !onlyNext || isNext(field))
                .map(field -> field.getValueOrDefault(message))
                .filter(value -> value instanceof String text && !text.isEmpty())
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    private static boolean isNext(SdkField<?> field) {
        return field.memberName().toLowerCase(Locale.ROOT).startsWith("next");
    }
}
