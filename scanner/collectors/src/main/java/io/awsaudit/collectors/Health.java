package io.awsaudit.collectors;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * What of AWS still answers, so that a scan does not wait for each of a thousand calls to fail by itself.
 *
 * <p>A call that all patience did not help counts against its operation there, its service there, its service everywhere,
 * and everything; any answer, a refusal too, clears them. After three in a row an operation is given up in that region, but
 * for a probe now and then, and a service if they were not all of one operation. Where only something wider is ailing, a
 * call gets one attempt. Safe for use by several threads.
 */
final class Health {
    private static final int IN_A_ROW = 3;
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(10);

    private static final class Part {
        private final int kinds;
        private final Set<String> inVainOf = new HashSet<>();
        private int inVain;
        private long probed;
        private @Nullable Throwable last;

        /** @param kinds of calls that have to fail before it ails: one alone may be at fault for itself */
        Part(int kinds) {
            this.kinds = kinds;
        }

        synchronized void answered() {
            inVain = 0;
            inVainOf.clear();
            last = null;
        }

        synchronized void inVain(String operation, Throwable failure) {
            boolean ailed = ails();
            inVain++;
            inVainOf.add(operation);
            last = failure;
            if (!ailed && ails()) {
                probed = System.nanoTime();
            }
        }

        synchronized boolean ails() {
            return inVain >= IN_A_ROW && inVainOf.size() >= kinds;
        }

        /** {@return why a call need not be made, empty where it should be} */
        synchronized Optional<Throwable> verdict() {
            if (!ails()) {
                return Optional.empty();
            }
            long now = System.nanoTime();
            if (now - probed >= BETWEEN_PROBES.toNanos()) {
                probed = now;
                return Optional.empty();
            }
            return Optional.ofNullable(last);
        }
    }

    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    /** {@return whether asking a service in a region again and again is of no use by now} */
    boolean isHopeless(String service, String region) {
        return List.of(service + "@" + region, service, "").stream()
                .anyMatch(name -> part(name).ails());
    }

    /**
     * Returns an interceptor for the clients of a service in a region: refuses calls to what was given up, and keeps count.
     */
    ExecutionInterceptor watch(String service, String region) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                for (String name : List.of(operation(attributes), service + "@" + region)) {
                    part(name).verdict().ifPresent(last -> {
                        throw new GivenUp(IN_A_ROW, last);
                    });
                }
            }

            @Override
            public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
                each(attributes, Part::answered);
            }

            @Override
            public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
                Throwable failure = context.exception();
                if (Failures.isPassing(failure)) {
                    each(attributes, part -> part.inVain(name(attributes), failure));
                } else if (Failures.isAnswer(failure)) {
                    each(attributes, Part::answered);
                }
            }

            private void each(ExecutionAttributes attributes, java.util.function.Consumer<Part> what) {
                List.of(operation(attributes), service + "@" + region, service, "")
                        .forEach(name -> what.accept(part(name)));
            }

            private String operation(ExecutionAttributes attributes) {
                return name(attributes) + "@" + region;
            }

            private String name(ExecutionAttributes attributes) {
                return service + ":" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            }
        };
    }

    private Part part(String name) {
        return parts.computeIfAbsent(name, fresh -> new Part(name.contains(":") ? 1 : 2));
    }

    /** A call that was not made, since so many before it were made in vain. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUp(int calls, Throwable last) {
            super("given up after " + calls + " calls in a row", last);
        }
    }
}
