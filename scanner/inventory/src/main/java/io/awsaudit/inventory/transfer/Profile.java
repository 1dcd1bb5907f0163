package io.awsaudit.inventory.transfer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * One end of an exchange by AS2, the own or a partner's, read by {@code transfer:ListProfiles} but for its tags.
 *
 * @param profileType {@code LOCAL} or {@code PARTNER}
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/APIReference/API_ListedProfile.html">ListedProfile</a>
 */
@CloudFormationType("AWS::Transfer::Profile")
public record Profile(Identity identity, String profileType) implements Resource {}
