package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;

/** What belongs to the account itself: whom AWS tells of a security matter. */
final class AccountSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        // A new account has no such contact.
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.client(AccountClient.builder())
                .putAlternateContact(request -> request.alternateContactType(AlternateContactType.SECURITY)
                        .name("Security")
                        .title("Team")
                        .emailAddress("security@example.com")
                        .phoneNumber("+31 20 5550100"));
    }
}
