package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * An OpenID Connect identity provider, listed by {@code iam:ListOpenIDConnectProviders}; its name is its URL without the
 * scheme.
 *
 * @param settings read by {@code iam:GetOpenIDConnectProvider}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html">GetOpenIDConnectProvider</a>
 */
@CloudFormationType("AWS::IAM::OIDCProvider")
public record OidcProvider(Identity identity, Observed<Settings> settings) implements Resource {
    /**
     * What the account told IAM of the provider.
     *
     * @param clients the audiences for which its tokens are taken
     * @param thumbprints of the certificates that its keys are fetched under
     */
    public record Settings(List<String> clients, List<String> thumbprints) {
        public Settings {
            clients = List.copyOf(clients);
            thumbprints = List.copyOf(thumbprints);
        }
    }
}
