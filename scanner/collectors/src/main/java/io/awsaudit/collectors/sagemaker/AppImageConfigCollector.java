package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.AppImageConfig;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.AppImageConfigDetails;

/** Reads how images run as applications of Studio. */
final class AppImageConfigCollector implements Collector<AppImageConfig> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListAppImageConfigs").pages(SageMaker.PAGE);
    private static final Detail TAGS = Detail.of(AppImageConfig.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends AppImageConfig>> yields() {
        return Set.of(AppImageConfig.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<AppImageConfig> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                AppImageConfig.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listAppImageConfigsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                .appImageConfigs()),
                listed -> new Arn(listed.appImageConfigArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static AppImageConfig read(AppImageConfigDetails listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.appImageConfigArn());
        return new AppImageConfig(SageMaker.identity(arn, listed.appImageConfigName(), TAGS, sagemaker, reads));
    }
}
