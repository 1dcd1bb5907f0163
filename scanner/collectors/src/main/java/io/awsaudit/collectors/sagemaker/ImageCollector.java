package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.Image;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ImageStatus;

/** Reads images for applications of Studio. */
final class ImageCollector implements Collector<Image> {
    private static final Operation LIST = Operation.of("sagemaker:ListImages").pages(SageMaker.PAGE);
    private static final Detail TAGS = Detail.of(Image.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends Image>> yields() {
        return Set.of(Image.class);
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
    public Stream<Image> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                Image.class,
                reads.pages(
                                LIST,
                                () -> sagemaker
                                        .listImagesPaginator(request -> request.maxResults(SageMaker.PAGE))
                                        .images())
                        .filter(listed -> listed.imageStatus() != ImageStatus.DELETING),
                listed -> new Arn(listed.imageArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static Image read(
            software.amazon.awssdk.services.sagemaker.model.Image listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.imageArn());
        return new Image(SageMaker.identity(arn, listed.imageName(), TAGS, sagemaker, reads));
    }
}
