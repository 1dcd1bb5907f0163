package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.Domain;
import io.awsaudit.inventory.sagemaker.Domain.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DomainDetails;
import software.amazon.awssdk.services.sagemaker.model.DomainStatus;

/** Reads domains of Studio. */
final class DomainCollector implements Collector<Domain> {
    private static final Operation LIST = Operation.of("sagemaker:ListDomains").pages(SageMaker.PAGE);
    private static final Detail SETTINGS = Detail.of(Domain.class, "settings", "sagemaker:DescribeDomain");
    private static final Detail TAGS = Detail.of(Domain.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends Domain>> yields() {
        return Set.of(Domain.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Domain> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                Domain.class,
                reads.pages(
                                LIST,
                                () -> sagemaker
                                        .listDomainsPaginator(request -> request.maxResults(SageMaker.PAGE))
                                        .domains())
                        .filter(listed -> listed.status() != DomainStatus.DELETING),
                listed -> new Arn(listed.domainArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static Domain read(DomainDetails listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.domainArn());
        return new Domain(
                SageMaker.identity(
                        arn, SageMaker.text(listed.domainName()).orElse(listed.domainId()), TAGS, sagemaker, reads),
                SageMaker.text(listed.statusAsString()).orElse(""),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.domainId(), sagemaker)));
    }

    private static Settings settingsOf(String id, SageMakerClient sagemaker) {
        var described = sagemaker.describeDomain(request -> request.domainId(id));
        return new Settings(
                SageMaker.text(described.appNetworkAccessTypeAsString()), SageMaker.text(described.kmsKeyId()));
    }
}
