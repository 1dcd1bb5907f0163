package io.awsaudit.localstack.seed;

import io.awsaudit.localstack.AwsEmulator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An account in a known state.
 *
 * <p>Resources are made one after another, so that an emulator with seeded random numbers gives them the same ids each
 * time. Names are the same in every emulator.
 */
public enum SeededAccount {
    /** Has on each of its resources the one thing wrong that the resource is named for, as far as emulators can say it. */
    INSECURE(Seeds::insecure),

    /** Has nothing wrong with it that an emulator lets us mend, in any region. */
    HARDENED(Seeds::hardened),

    /** Has what both have, as an account that is looked after in parts. */
    DEMO((service, account) -> {
        service.hardened(account);
        service.insecure(account);
    });

    private static final List<Seeds> SERVICES = List.of( // in order: later ones use what earlier ones made
            new AccountSeeds(),
            new KmsSeeds(),
            new IamSeeds(),
            new S3Seeds(),
            new VpcSeeds(),
            new Ec2Seeds(),
            new AutoScalingSeeds(),
            new EfsSeeds(),
            new RdsSeeds(),
            new DynamoDbSeeds(),
            new LoggingSeeds(),
            new SqsSeeds(),
            new SecretsManagerSeeds(),
            new DecryptionSeeds(),
            new ElastiCacheSeeds(),
            new OpenSearchSeeds(),
            new GuardSeeds(),
            new OrganizationsSeeds(),
            new EcsSeeds(),
            new EksSeeds(),
            new EcrSeeds(),
            new TableScalingSeeds(),
            new DaxSeeds(),
            new BackupSeeds(),
            new GlueSeeds(),
            new CloudFrontSeeds(),
            new ApiGatewaySeeds(),
            new WafSeeds(),
            new AcmSeeds(),
            new ElasticLoadBalancingV2Seeds(),
            new ElasticLoadBalancingSeeds(),
            new Route53Seeds(),
            new LambdaSeeds(),
            new SsmSeeds(),
            new CodeBuildSeeds(),
            new RedshiftSeeds(),
            new ConnectivitySeeds(),
            new LaunchTemplateSeeds(),
            new TaggingSeeds(),
            new TransferSeeds(),
            new ServiceCatalogSeeds(),
            new NeptuneSeeds(),
            new FsxSeeds(),
            new MemoryDbSeeds(),
            new DmsSeeds(),
            new DataSyncSeeds(),
            new InfluxDbSeeds(),
            new MqSeeds(),
            new KinesisSeeds(),
            new FirehoseSeeds(),
            new EventBridgeSeeds(),
            new SfnSeeds(),
            new AppSyncSeeds(),
            new BatchSeeds(),
            new CognitoSeeds(),
            new AcmPcaSeeds(),
            new NetworkFirewallSeeds(),
            new RamSeeds(),
            new IdentityCenterSeeds(),
            new BudgetsSeeds(),
            new ResourceGroupsSeeds(),
            new SageMakerSeeds(),
            new EmrSeeds(),
            new AthenaSeeds(),
            new AgentCoreSeeds(),
            new BedrockSeeds(),
            new WatchingSeeds(),
            new TimestreamSeeds(),
            new QuickSightSeeds());

    private final BiConsumer<Seeds, EmulatedAccount> state;

    SeededAccount(BiConsumer<Seeds, EmulatedAccount> state) {
        this.state = state;
    }

    /** Makes this account in an empty emulator, as a new one is or {@link AwsEmulator#reset()} leaves it. */
    public void seed(AwsEmulator emulator) {
        EmulatedAccount account = EmulatedAccount.of(emulator);
        SERVICES.forEach(service -> state.accept(service, account));
    }
}
