package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.Optional;

/**
 * A SAML identity provider, read by {@code iam:ListSAMLProviders}.
 *
 * @param validUntil when its metadata expires; empty where AWS does not say
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SAMLProviderListEntry.html">SAMLProviderListEntry</a>
 */
@CloudFormationType("AWS::IAM::SAMLProvider")
public record SamlProvider(Identity identity, Optional<Instant> created, Optional<Instant> validUntil)
        implements Resource {}
