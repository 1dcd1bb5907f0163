package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.FeatureGroup;
import io.awsaudit.inventory.sagemaker.FeatureGroup.Stores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.FeatureGroupStatus;
import software.amazon.awssdk.services.sagemaker.model.FeatureGroupSummary;
import software.amazon.awssdk.services.sagemaker.model.OfflineStoreConfig;
import software.amazon.awssdk.services.sagemaker.model.OnlineStoreConfig;
import software.amazon.awssdk.services.sagemaker.model.OnlineStoreSecurityConfig;
import software.amazon.awssdk.services.sagemaker.model.S3StorageConfig;

/** Reads groups of features, and where they are kept. */
final class FeatureGroupCollector implements Collector<FeatureGroup> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListFeatureGroups").pages(SageMaker.PAGE);
    private static final Detail STORES = Detail.of(FeatureGroup.class, "stores", "sagemaker:DescribeFeatureGroup");
    private static final Detail TAGS = Detail.of(FeatureGroup.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends FeatureGroup>> yields() {
        return Set.of(FeatureGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(STORES, TAGS);
    }

    @Override
    public Stream<FeatureGroup> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                FeatureGroup.class,
                reads.pages(
                                LIST,
                                () -> sagemaker
                                        .listFeatureGroupsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                        .featureGroupSummaries())
                        .filter(listed -> listed.featureGroupStatus() != FeatureGroupStatus.DELETING
                                && listed.featureGroupStatus() != FeatureGroupStatus.CREATE_FAILED),
                listed -> new Arn(listed.featureGroupArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static FeatureGroup read(FeatureGroupSummary listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.featureGroupArn());
        return new FeatureGroup(
                SageMaker.identity(arn, listed.featureGroupName(), TAGS, sagemaker, reads),
                SageMaker.text(listed.featureGroupStatusAsString()).orElse(""),
                reads.observe(STORES, arn, () -> storesOf(listed.featureGroupName(), sagemaker)));
    }

    private static Stores storesOf(String name, SageMakerClient sagemaker) {
        var described = sagemaker.describeFeatureGroup(request -> request.featureGroupName(name));
        Optional<OnlineStoreConfig> online = Optional.ofNullable(described.onlineStoreConfig());
        Optional<OfflineStoreConfig> offline = Optional.ofNullable(described.offlineStoreConfig());
        return new Stores(
                online.filter(store -> Boolean.TRUE.equals(store.enableOnlineStore()))
                        .isPresent(),
                online.map(OnlineStoreConfig::storageTypeAsString),
                online.map(OnlineStoreConfig::securityConfig)
                        .map(OnlineStoreSecurityConfig::kmsKeyId)
                        .flatMap(SageMaker::text),
                offline.isPresent(),
                offline.map(OfflineStoreConfig::s3StorageConfig)
                        .map(S3StorageConfig::kmsKeyId)
                        .flatMap(SageMaker::text));
    }
}
