package io.awsaudit.inventory.cognitoidentityprovider;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user pool of Amazon Cognito. {@code cognito-idp:ListUserPools} gives its id and its name alone.
 *
 * @param settings what it is
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html">UserPoolType</a>
 */
@CloudFormationType("AWS::Cognito::UserPool")
public record UserPool(Identity identity, Observed<UserPoolSettings> settings) implements Resource {
    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.functions().stream().map(function -> new Edge(arn(), Relation.ROUTES_TO, function)),
                        known.kmsKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key))));
    }

    /** {@return whether threat protection is known to be in none of these modes where people sign in as Cognito lets them} */
    public boolean lacksThreatProtection(List<String> modes) {
        return settings.knownNotTo(
                known -> modes.contains(known.advancedSecurityMode().value()));
    }

    /** {@return whether its policy is known to let a weaker password pass than one that is so long and of all four kinds} */
    public boolean allowsWeakPasswords(long length, long temporaryDays) {
        return settings.knownNotTo(known -> known.passwordPolicy().isStrong(length, temporaryDays));
    }

    /** {@return whether a password is known to be the only way to sign in, and MFA in none of these modes} */
    public boolean lacksMfa(List<String> modes) {
        return settings.knownTo(known -> known.takesPasswordsOnly()
                && !modes.contains(known.mfaConfiguration().value()));
    }
}
