package io.awsaudit.collectors.datasync;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.datasync.Agent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.datasync.model.AgentListEntry;

/** Reads the agents of DataSync in a region. */
final class AgentCollector implements Collector<Agent> {
    private static final Operation LIST = Operation.of("datasync:ListAgents").pages(DataSync.PAGE);
    private static final Detail TAGS = DataSync.tags(Agent.class);

    @Override
    public Set<Class<? extends Agent>> yields() {
        return Set.of(Agent.class);
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
    public Stream<Agent> collect(Reads reads) {
        Stream<AgentListEntry> listed = reads.pages(
                LIST,
                () -> reads.client(DataSync.CLIENT)
                        .listAgentsPaginator(request -> request.maxResults(DataSync.PAGE))
                        .agents());
        return reads.each(Agent.class, listed, agent -> new Arn(agent.agentArn()), agent -> read(agent, reads));
    }

    private static Agent read(AgentListEntry agent, Reads reads) {
        Arn arn = new Arn(agent.agentArn());
        return new Agent(
                DataSync.identity(arn, agent.name(), TAGS, reads), Answers.sent(agent.statusAsString(), "Status"));
    }
}
