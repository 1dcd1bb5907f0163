package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.quicksight.QuickSightClient;

/**
 * What is chosen for all of QuickSight, to which every account of moto's is subscribed. Of data sources and dashboards moto sends
 * times that the SDK refuses, so that there are none.
 */
final class QuickSightSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        account.client(QuickSightClient.builder())
                .updatePublicSharingSettings(
                        request -> request.awsAccountId(account.id()).publicSharingEnabled(true));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        QuickSightClient quickSight = account.client(QuickSightClient.builder());
        quickSight.updatePublicSharingSettings(
                request -> request.awsAccountId(account.id()).publicSharingEnabled(false));
        quickSight.updateAccountSettings(request ->
                request.awsAccountId(account.id()).defaultNamespace("default").terminationProtectionEnabled(true));
    }
}
