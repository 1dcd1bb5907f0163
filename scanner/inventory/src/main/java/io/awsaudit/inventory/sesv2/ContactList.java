package io.awsaudit.inventory.sesv2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A list of people that mail is sent to, read by {@code ses:ListContactLists} but for its tags. Its contacts are not read.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ContactList.html">ContactList</a>
 */
@CloudFormationType("AWS::SES::ContactList")
public record ContactList(Identity identity) implements Resource {}
