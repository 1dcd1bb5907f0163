package io.awsaudit.collectors.transfer;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.transfer.Workflow;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the workflows of a region. */
final class WorkflowCollector implements Collector<Workflow> {
    private static final Operation LIST_WORKFLOWS =
            Operation.of("transfer:ListWorkflows").pages(Transfer.PAGE);
    private static final Detail TAGS = Detail.of(Workflow.class, "tags", Transfer.LIST_TAGS);

    @Override
    public Set<Class<? extends Workflow>> yields() {
        return Set.of(Workflow.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_WORKFLOWS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Workflow> collect(Reads reads) {
        return reads.each(
                Workflow.class,
                reads.pages(
                        LIST_WORKFLOWS,
                        () -> reads.client(Transfer.CLIENT)
                                .listWorkflowsPaginator(request -> request.maxResults(Transfer.PAGE))
                                .workflows()),
                workflow -> new Arn(workflow.arn()),
                workflow -> new Workflow(Transfer.identity(workflow.arn(), workflow.workflowId(), TAGS, reads)));
    }
}
