package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.NotebookInstance;
import io.awsaudit.inventory.sagemaker.NotebookInstance.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DirectInternetAccess;
import software.amazon.awssdk.services.sagemaker.model.InstanceMetadataServiceConfiguration;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceStatus;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceSummary;
import software.amazon.awssdk.services.sagemaker.model.RootAccess;

/** Reads notebook instances, and of each what it may reach. */
final class NotebookInstanceCollector implements Collector<NotebookInstance> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListNotebookInstances").pages(SageMaker.PAGE);
    private static final Detail SETTINGS =
            Detail.of(NotebookInstance.class, "settings", "sagemaker:DescribeNotebookInstance");
    private static final Detail TAGS = Detail.of(NotebookInstance.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends NotebookInstance>> yields() {
        return Set.of(NotebookInstance.class);
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
    public Stream<NotebookInstance> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                NotebookInstance.class,
                reads.pages(
                                LIST,
                                () -> sagemaker
                                        .listNotebookInstancesPaginator(request -> request.maxResults(SageMaker.PAGE))
                                        .notebookInstances())
                        .filter(listed -> listed.notebookInstanceStatus() != NotebookInstanceStatus.DELETING),
                listed -> new Arn(listed.notebookInstanceArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static NotebookInstance read(NotebookInstanceSummary listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.notebookInstanceArn());
        return new NotebookInstance(
                SageMaker.identity(arn, listed.notebookInstanceName(), TAGS, sagemaker, reads),
                SageMaker.text(listed.notebookInstanceStatusAsString()).orElse(""),
                SageMaker.text(listed.instanceTypeAsString()).orElse(""),
                Optional.ofNullable(listed.lastModifiedTime()),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed.notebookInstanceName(), sagemaker, reads)));
    }

    private static Settings settingsOf(String name, SageMakerClient sagemaker, Reads reads) {
        var described = sagemaker.describeNotebookInstance(request -> request.notebookInstanceName(name));
        return new Settings(
                Answers.sent(described.directInternetAccess(), "DirectInternetAccess") != DirectInternetAccess.DISABLED,
                SageMaker.text(described.subnetId()).map(id -> reads.arn("ec2", "subnet/" + id)),
                SageMaker.inVpc("security-group", described.securityGroups(), reads),
                Answers.sent(described.rootAccess(), "RootAccess") != RootAccess.DISABLED,
                SageMaker.text(described.platformIdentifier()),
                SageMaker.text(described.kmsKeyId()),
                Optional.ofNullable(described.instanceMetadataServiceConfiguration())
                        .map(InstanceMetadataServiceConfiguration::minimumInstanceMetadataServiceVersion),
                SageMaker.arn(described.roleArn()));
    }
}
