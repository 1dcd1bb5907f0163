package io.awsaudit.collectors.timestreamwrite;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.endpointdiscovery.EndpointDiscoveryFailedException;
import software.amazon.awssdk.services.timestreamwrite.TimestreamWriteClient;
import software.amazon.awssdk.services.timestreamwrite.model.Tag;

/** What the collectors of Timestream for LiveAnalytics have in common. */
final class LiveAnalytics {
    static final AwsService<TimestreamWriteClient> TIMESTREAM =
            AwsService.of("timestream", TimestreamWriteClient::builder);

    /** The most that it takes. */
    static final int PAGE = 20;

    /**
     * Tells which address answers for the account. The SDK itself asks for it, before the first other call in a region; to an
     * address that was given it holds without asking.
     */
    static final Operation DESCRIBE_ENDPOINTS = Operation.of("timestream:DescribeEndpoints")
            .where("no endpoint is given")
            .shared();

    static final String LIST_TAGS = "timestream:ListTagsForResource";

    private static final String REFUSAL = "AccessDeniedException";

    /**
     * What it says to accounts that had nothing in it when it was closed to new customers, in the words in which it tells them
     * from those that IAM refuses: the code is the same.
     */
    private static final String NO_CUSTOMER = "Only existing Timestream for LiveAnalytics customers";

    private LiveAnalytics() {}

    /** {@return a page of a listing; where the account is no customer, one with nothing on it} */
    static <P> P page(Reads reads, Supplier<P> call, P nothing) {
        try {
            return call.get();
        } catch (EndpointDiscoveryFailedException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                // A gap of the call that was refused, which is not the one that was to follow it.
                return reads.list(DESCRIBE_ENDPOINTS, () -> nothingToNoCustomer(refusal, nothing));
            }
            throw e;
        } catch (AwsServiceException e) {
            return nothingToNoCustomer(e, nothing);
        }
    }

    private static <P> P nothingToNoCustomer(RuntimeException refusal, P nothing) {
        if (refusal instanceof AwsServiceException answer && isToNoCustomer(answer.awsErrorDetails())) {
            return nothing;
        }
        throw refusal;
    }

    private static boolean isToNoCustomer(@Nullable AwsErrorDetails error) {
        return error != null
                && REFUSAL.equals(error.errorCode())
                && error.errorMessage() != null
                && error.errorMessage().contains(NO_CUSTOMER);
    }

    static Map<String, String> tags(Arn arn, Reads reads) {
        return reads.client(TIMESTREAM).listTagsForResource(request -> request.resourceARN(arn.value())).tags().stream()
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }
}
