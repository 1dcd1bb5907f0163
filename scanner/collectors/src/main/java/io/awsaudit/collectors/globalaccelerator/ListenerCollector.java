package io.awsaudit.collectors.globalaccelerator;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.globalaccelerator.Listener;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the listeners of the accelerators of an account. */
final class ListenerCollector implements Collector<Listener> {
    @Override
    public Set<Class<? extends Listener>> yields() {
        return Set.of(Listener.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GlobalAccelerator.LIST_ACCELERATORS, GlobalAccelerator.LIST_LISTENERS);
    }

    @Override
    public Stream<Listener> collect(Reads reads) {
        return GlobalAccelerator.listeners(reads).map(listener -> read(listener, reads));
    }

    private static Listener read(software.amazon.awssdk.services.globalaccelerator.model.Listener listed, Reads reads) {
        Arn arn = new Arn(listed.listenerArn());
        return new Listener(
                GlobalAccelerator.below(arn, reads),
                GlobalAccelerator.before(arn, "/listener/"),
                Answers.sent(listed.protocolAsString(), "Protocol"),
                listed.portRanges().stream()
                        .map(range -> range.fromPort() + "-" + range.toPort())
                        .toList());
    }
}
