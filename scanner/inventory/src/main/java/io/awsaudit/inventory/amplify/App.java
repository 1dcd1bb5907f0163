package io.awsaudit.inventory.amplify;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A web application, read whole by {@code amplify:ListApps}. Values of its variables, and the password that visitors need, are
 * not in it.
 *
 * @param fromRepository whether it is built from a repository, and not from files that somebody sends
 * @param branchesDeletedWithGit whether a branch goes when its branch in the repository does
 * @param webAcl the web ACL that requests go through
 * @param environmentSecrets variables, which all branches have, whose value looks like a credential
 * @see <a href="https://docs.aws.amazon.com/amplify/latest/APIReference/API_App.html">App</a>
 */
@CloudFormationType("AWS::Amplify::App")
public record App(
        Identity identity,
        boolean fromRepository,
        boolean branchesDeletedWithGit,
        Optional<Arn> webAcl,
        List<Secret> environmentSecrets)
        implements Resource {
    public App {
        environmentSecrets = List.copyOf(environmentSecrets);
    }

    @Override
    public Stream<Edge> edges() {
        return webAcl.stream().map(acl -> new Edge(arn(), Relation.PROTECTED_BY, acl));
    }
}
