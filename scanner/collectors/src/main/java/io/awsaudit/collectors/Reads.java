package io.awsaudit.collectors;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Cause;
import io.awsaudit.inventory.Observed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/** A collector's way to AWS, in one account and region: paces calls, and turns refusals into gaps. */
public final class Reads {
    /** Resources of one listing whose details are read at the same time. */
    private static final int STRANDS = 8;

    private final String account;
    private final String partition;
    private final String region;
    private final List<String> regions;
    private final Clients clients;
    private final CallLog log;
    private final CollectionPlan plan;
    private final AtomicReference<@Nullable Gap> expired;

    Reads(
            String account,
            String partition,
            String region,
            List<String> regions,
            Clients clients,
            CallLog log,
            CollectionPlan plan,
            AtomicReference<@Nullable Gap> expired) {
        this.account = account;
        this.partition = partition;
        this.region = region;
        this.regions = regions;
        this.clients = clients;
        this.log = log;
        this.plan = plan;
        this.expired = expired;
    }

    /** {@return the account, twelve digits} */
    public String account() {
        return account;
    }

    /** {@return the partition, such as {@code aws}} */
    public String partition() {
        return partition;
    }

    /** {@return the region that is read; for a global collector the one whose endpoint answers for the partition} */
    public String region() {
        return region;
    }

    /** {@return all regions that this scan reads} */
    public List<String> regions() {
        return regions;
    }

    /** Returns the ARN of something in this account and region. */
    public Arn arn(String service, String resource) {
        return new Arn("arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource);
    }

    /** Returns the ARN of something in this account and in no region. */
    public Arn globalArn(String service, String resource) {
        return new Arn("arn:" + partition + ":" + service + "::" + account + ":" + resource);
    }

    /** Returns the client of a service in this region. */
    public <C extends SdkClient> C client(AwsService<C> service) {
        return clients.client(service, region);
    }

    /** Returns the client of a service in another region, for what a global listing finds there. */
    public <C extends SdkClient> C client(AwsService<C> service, String elsewhere) {
        return clients.client(service, elsewhere);
    }

    /** {@return whether some chosen check reads this setting, so that the calls for it are worth making} */
    public boolean wants(Detail detail) {
        return plan.wants(detail);
    }

    /**
     * Returns the items of a listing, page after page as they are taken. A page that fails breaks off the listing, which
     * becomes a gap for all types of the collector; items already taken are kept.
     */
    public <T> Stream<T> pages(Operation listing, Supplier<? extends Iterable<T>> pages) {
        Iterator<T> items = list(listing, () -> pages.get().iterator());
        return stream(new Iterator<T>() {
            @Override
            public boolean hasNext() {
                return list(listing, items::hasNext);
            }

            @Override
            public T next() {
                return list(listing, items::next);
            }
        });
    }

    /** Makes a call without which nothing is known of a type: a failure breaks off the collector. */
    public <T> T list(Operation listing, Supplier<T> call) {
        Gap stop = expired.get();
        if (stop != null) {
            throw new ListingFailed(listing, stopped(listing, stop), new IllegalStateException(stop.detail()));
        }
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw new ListingFailed(listing, refused(listing, Optional.empty(), e), e);
        }
    }

    /** Makes the call for a setting of a resource: a failure leaves it unknown; one that nobody asks for is not made. */
    public <T> Observed<T> observe(Detail detail, Arn resource, Supplier<T> call) {
        if (!plan.wants(detail)) {
            return Observed.unknown(
                    new Gap(Cause.SKIPPED, detail.operation().id(), Optional.empty(), "no chosen check reads it"));
        }
        Gap stop = expired.get();
        if (stop != null) {
            Gap gap = stopped(detail.operation(), stop);
            log.refused(region, Optional.of(resource), gap);
            return Observed.unknown(gap);
        }
        try {
            return Observed.known(call.get());
        } catch (RuntimeException e) {
            return Observed.unknown(refused(detail.operation(), Optional.of(resource), e));
        }
    }

    /**
     * Reads the details of many resources at the same time, in no order, and returns what {@code read} makes of each.
     *
     * <p>If {@code items} breaks off, so does the returned stream, after what was read before.
     */
    public <T, R> Stream<R> each(Stream<T> items, Function<? super T, ? extends R> read) {
        Iterator<T> source = items.iterator();
        Queue<R> results = new ConcurrentLinkedQueue<>();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Runnable strand = () -> {
            while (failure.get() == null) {
                T item;
                try {
                    synchronized (source) {
                        if (!source.hasNext()) {
                            return;
                        }
                        item = source.next();
                    }
                    results.add(read.apply(item));
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            }
        };
        List<ForkJoinTask<?>> strands = new ArrayList<>();
        for (int i = 0; i < STRANDS; i++) {
            strands.add(ForkJoinTask.adapt(strand));
        }
        ForkJoinTask.invokeAll(strands);
        RuntimeException broken = failure.get();
        Stream<R> read0 = results.stream();
        return broken == null
                ? read0
                : Stream.concat(read0, Stream.of(broken).map(e -> {
                    throw e;
                }));
    }

    private Gap refused(Operation operation, Optional<Arn> resource, RuntimeException failure) {
        if (failure instanceof ListingFailed inner) {
            return inner.gap();
        }
        Gap gap = Failures.gap(operation, failure);
        if (gap.cause() == Cause.EXPIRED) {
            expired.compareAndSet(null, gap);
        }
        log.refused(region, resource, gap);
        return gap;
    }

    private static Gap stopped(Operation operation, Gap stop) {
        return new Gap(Cause.EXPIRED, operation.id(), Optional.empty(), stop.detail());
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }
}
