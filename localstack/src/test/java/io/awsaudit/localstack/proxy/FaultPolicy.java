package io.awsaudit.localstack.proxy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which calls go wrong, and how. */
@FunctionalInterface
public interface FaultPolicy {
    /** All goes well. */
    FaultPolicy NONE = call -> Optional.empty();

    /** {@return what is to go wrong with a call; asked once for each request, attempts after the first included} */
    Optional<Fault> on(Call call);

    /** Returns a policy for calls of a kind. */
    static FaultPolicy where(Predicate<Call> calls, Fault fault) {
        return call -> calls.test(call) ? Optional.of(fault) : Optional.empty();
    }

    /** Returns a policy for the calls of one operation. */
    static FaultPolicy of(String operation, Fault fault) {
        return where(call -> call.operation().equals(operation), fault);
    }

    /** Returns a policy for what this one lets pass. */
    default FaultPolicy or(FaultPolicy other) {
        return call -> on(call).or(() -> other.on(call));
    }

    /** Returns a policy for all calls of one service, named as in {@link Call#service()}. */
    static FaultPolicy ofService(String service, Fault fault) {
        return where(call -> call.service().equals(service), fault);
    }

    /** Returns a policy for all calls in one region. */
    static FaultPolicy in(String region, Fault fault) {
        return where(call -> call.region().equals(region), fault);
    }

    /** Returns a policy for all calls after the first {@code calls}. */
    static FaultPolicy after(int calls, Fault fault) {
        AtomicInteger seen = new AtomicInteger();
        return where(call -> seen.incrementAndGet() > calls, fault);
    }
}
