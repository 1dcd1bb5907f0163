package io.awsaudit.inventory.codebuild;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Set;

/**
 * How CodeBuild signs in to a provider of source code, for all projects of a region, read whole by {@code
 * codebuild:ListSourceCredentials}, which keeps the credential to itself.
 *
 * @param serverType the provider, such as {@code GITHUB}
 * @param authType {@code OAUTH}, {@code BASIC_AUTH}, {@code PERSONAL_ACCESS_TOKEN}, {@code CODECONNECTIONS} or {@code SECRETS_MANAGER}
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_SourceCredentialsInfo.html">SourceCredentialsInfo</a>
 */
@CloudFormationType("AWS::CodeBuild::SourceCredential")
public record SourceCredential(Identity identity, String serverType, String authType) implements Resource {
    private static final Set<String> OF_A_PERSON = Set.of("BASIC_AUTH", "PERSONAL_ACCESS_TOKEN");

    private static final String IN_SECRET = "SECRETS_MANAGER";

    /** {@return whether a secret, which is not read, says what it is} */
    public boolean isInSecret() {
        return authType.equals(IN_SECRET);
    }

    /** {@return whether it is a password or token of somebody's} */
    public boolean isOfPerson() {
        return OF_A_PERSON.contains(authType);
    }
}
