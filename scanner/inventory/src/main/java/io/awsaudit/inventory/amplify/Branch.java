package io.awsaudit.inventory.amplify;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A branch of an app, which has an address of its own, read whole by {@code amplify:ListBranches}. Values of its variables, and
 * the password that visitors need, are not in it.
 *
 * @param app the app
 * @param stage such as {@code PRODUCTION} or {@code DEVELOPMENT}; {@code NONE} where nobody said
 * @param passwordAsked whether visitors need a password, of the branch or of the whole app
 * @param environmentSecrets variables of its own whose value looks like a credential
 * @see <a href="https://docs.aws.amazon.com/amplify/latest/APIReference/API_Branch.html">Branch</a>
 */
@CloudFormationType("AWS::Amplify::Branch")
public record Branch(Identity identity, Arn app, String stage, boolean passwordAsked, List<Secret> environmentSecrets)
        implements Resource {
    private static final Set<String> BEFORE_PRODUCTION = Set.of("BETA", "DEVELOPMENT", "EXPERIMENTAL", "PULL_REQUEST");

    public Branch {
        environmentSecrets = List.copyOf(environmentSecrets);
    }

    /** {@return whether it is said to be for those who work on the app, and for no visitors} */
    public boolean isBeforeProduction() {
        return BEFORE_PRODUCTION.contains(stage);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, app));
    }
}
