package io.awsaudit.collectors.amplify;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import java.util.stream.Stream;
import software.amazon.awssdk.services.amplify.AmplifyClient;
import software.amazon.awssdk.services.amplify.model.App;

/** The client of Amplify, and what its collectors have in common. */
final class Amplify {
    static final AwsService<AmplifyClient> CLIENT = AwsService.of("amplify", AmplifyClient::builder);

    /** The most apps that a page takes. */
    private static final int APPS = 100;

    /** The most of what is within an app that a page takes. */
    static final int PAGE = 50;

    static final Operation LIST_APPS =
            Operation.of("amplify:ListApps").pages(APPS).shared();

    private Amplify() {}

    /** Lists the apps of a region. */
    static Stream<App> apps(Reads reads) {
        return reads.sharedPages(
                LIST_APPS,
                () -> reads.client(CLIENT).listAppsPaginator(request -> request.maxResults(APPS)).stream()
                        .flatMap(page -> page.apps().stream())::iterator);
    }
}
