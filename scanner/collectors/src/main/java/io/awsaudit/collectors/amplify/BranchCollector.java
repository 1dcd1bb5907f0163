package io.awsaudit.collectors.amplify;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.amplify.Branch;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.amplify.model.App;

/** Reads the branches of the apps of a region, app after app; of variables only whether they hold a credential. */
final class BranchCollector implements Collector<Branch> {
    private static final Operation LIST_BRANCHES =
            Operation.of("amplify:ListBranches").pages(Amplify.PAGE).per("app");

    private static final String NO_STAGE = "NONE";

    @Override
    public Set<Class<? extends Branch>> yields() {
        return Set.of(Branch.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Amplify.LIST_APPS, LIST_BRANCHES);
    }

    @Override
    public Stream<Branch> collect(Reads reads) {
        return Amplify.apps(reads)
                .flatMap(app -> reads.pages(
                                LIST_BRANCHES,
                                () -> reads
                                        .client(Amplify.CLIENT)
                                        .listBranchesPaginator(request ->
                                                request.appId(app.appId()).maxResults(Amplify.PAGE))
                                        .stream()
                                        .flatMap(page -> page.branches().stream())::iterator)
                        .map(branch -> read(branch, app, reads)));
    }

    private static Branch read(software.amazon.awssdk.services.amplify.model.Branch listed, App app, Reads reads) {
        return new Branch(
                Identity.tagged(
                        new Arn(listed.branchArn()),
                        reads.account(),
                        reads.region(),
                        listed.branchName(),
                        listed.tags()),
                new Arn(app.appArn()),
                listed.stageAsString() == null || listed.stageAsString().isEmpty() ? NO_STAGE : listed.stageAsString(),
                Boolean.TRUE.equals(listed.enableBasicAuth()) || Boolean.TRUE.equals(app.enableBasicAuth()),
                Secrets.inSettings(listed.environmentVariables()));
    }
}
