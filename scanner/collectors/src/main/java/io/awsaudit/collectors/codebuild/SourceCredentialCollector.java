package io.awsaudit.collectors.codebuild;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.codebuild.SourceCredential;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how CodeBuild signs in to providers of source code, which AWS gives all at once, without the credentials. */
final class SourceCredentialCollector implements Collector<SourceCredential> {
    private static final Operation LIST_SOURCE_CREDENTIALS = Operation.of("codebuild:ListSourceCredentials");

    @Override
    public Set<Class<? extends SourceCredential>> yields() {
        return Set.of(SourceCredential.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_SOURCE_CREDENTIALS);
    }

    @Override
    public Stream<SourceCredential> collect(Reads reads) {
        return reads.pages(
                        LIST_SOURCE_CREDENTIALS,
                        () -> reads.client(CodeBuild.CLIENT)
                                .listSourceCredentials(request -> {})
                                .sourceCredentialsInfos())
                .map(credential -> new SourceCredential(
                        Identity.untagged(
                                new Arn(credential.arn()),
                                reads.account(),
                                reads.region(),
                                new Arn(credential.arn()).lastSegment()),
                        Answers.sent(credential.serverTypeAsString(), "serverType"),
                        Answers.sent(credential.authTypeAsString(), "authType")));
    }
}
