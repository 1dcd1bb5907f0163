package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.ram.RamClient;

/** What the account shares. moto forgets tags, takes nobody for external, and lets nothing fail. */
final class RamSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        share(account, "insecure-for-anybody", true);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        share(account, "hardened-share", false);
    }

    private static void share(EmulatedAccount account, String name, boolean external) {
        account.client(RamClient.builder())
                .createResourceShare(request -> request.name(name)
                        .allowExternalPrincipals(external)
                        .principals(account.id())
                        .resourceArns("arn:aws:ec2:us-east-1:" + account.id() + ":subnet/subnet-0a"));
    }
}
