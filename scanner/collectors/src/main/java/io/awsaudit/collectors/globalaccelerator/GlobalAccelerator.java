package io.awsaudit.collectors.globalaccelerator;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.stream.Stream;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.globalaccelerator.model.Accelerator;
import software.amazon.awssdk.services.globalaccelerator.model.Listener;

/** The client of Global Accelerator, which answers in Oregon alone, and what several of its listings need. */
final class GlobalAccelerator {
    static final int PAGE = 100;

    static final Operation LIST_ACCELERATORS =
            Operation.of("globalaccelerator:ListAccelerators").pages(PAGE).shared();
    static final Operation LIST_LISTENERS = Operation.of("globalaccelerator:ListListeners")
            .pages(PAGE)
            .per("accelerator")
            .shared();

    private static final AwsService<GlobalAcceleratorClient> CLIENT =
            AwsService.of("globalaccelerator", GlobalAcceleratorClient::builder);
    private static final String REGION = "us-west-2";

    private GlobalAccelerator() {}

    static GlobalAcceleratorClient client(Reads reads) {
        return reads.client(CLIENT, REGION);
    }

    /** Lists the accelerators of an account. */
    static Stream<Accelerator> accelerators(Reads reads) {
        return reads.sharedPages(
                LIST_ACCELERATORS,
                () -> client(reads)
                        .listAcceleratorsPaginator(request -> request.maxResults(PAGE))
                        .accelerators());
    }

    /** Lists the listeners of all accelerators of an account. */
    static Stream<Listener> listeners(Reads reads) {
        return reads.shared(
                LIST_LISTENERS.id(),
                () -> accelerators(reads)
                        .flatMap(accelerator -> reads.pages(
                                LIST_LISTENERS,
                                () -> client(reads)
                                        .listListenersPaginator(
                                                request -> request.acceleratorArn(accelerator.acceleratorArn())
                                                        .maxResults(PAGE))
                                        .listeners())));
    }

    /** Returns the identity of what stands below an accelerator, which has no name but its id. */
    static Identity below(Arn arn, Reads reads) {
        return Identity.untagged(arn, reads.account(), Identity.GLOBAL, arn.lastSegment());
    }

    /** Returns what the ARN of something below it begins with. */
    static Arn before(Arn arn, String part) {
        int end = arn.value().indexOf(part);
        if (end < 0) {
            throw new IllegalArgumentException(arn + " is of nothing within an accelerator");
        }
        return new Arn(arn.value().substring(0, end));
    }
}
