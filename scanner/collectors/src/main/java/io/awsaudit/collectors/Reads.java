package io.awsaudit.collectors;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Cause;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/** A collector's way to AWS, in one account and region: paces calls, and turns refusals into gaps. */
public final class Reads {
    /** Why a setting was skipped that no chosen check reads. */
    static final String NOBODY_ASKS = "no chosen check reads it";

    /**
     * Threads that may join in reading the details of one listing: AWS answers most services some tens of calls a second, and
     * each of them in a tenth of a second.
     */
    private static final int HELPERS = 31;

    private final String account;
    private final String partition;
    private final String region;
    private final List<String> regions;
    private final Clients clients;
    private final CallLog log;
    private final CollectionPlan plan;
    private final AtomicReference<@Nullable Gap> expired;
    private final Workers workers;
    private final Interruption interruption;
    private final Held held;
    private final Shared shared;

    Reads(
            String account,
            String partition,
            String region,
            List<String> regions,
            Clients clients,
            CallLog log,
            CollectionPlan plan,
            AtomicReference<@Nullable Gap> expired,
            Workers workers,
            Interruption interruption,
            Held held,
            Shared shared) {
        this.account = account;
        this.partition = partition;
        this.region = region;
        this.regions = regions;
        this.clients = clients;
        this.log = log;
        this.plan = plan;
        this.expired = expired;
        this.workers = workers;
        this.interruption = interruption;
        this.held = held;
        this.shared = shared;
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

    /**
     * As {@link #pages}, of a listing that other collectors of this region read too: it is asked for once for all of them, and
     * breaks off for each.
     *
     * @param pages must be the same for whoever names the operation
     */
    public <T> Stream<T> sharedPages(Operation listing, Supplier<? extends Iterable<T>> pages) {
        return shared(listing.id(), () -> pages(listing, pages));
    }

    /**
     * Returns items that other collectors of this region need too, each as soon as it is there; whichever comes first makes
     * the calls for them.
     *
     * @param what a name for them, for which {@code items} is always the same
     */
    public <T> Stream<T> shared(String what, Supplier<Stream<T>> items) {
        SharedListing<T> replay = shared.of(
                region, what, () -> new SharedListing<T>(() -> items.get().iterator()));
        return stream(replay.iterator());
    }

    /**
     * {@return the answer to a call that several collectors of this region need, asked for by whichever needs it first}
     *
     * @param what a name for it, for which {@code call} is always the same
     */
    public <T> Supplier<T> sharedAnswer(String what, Supplier<T> call) {
        return shared.of(region, what, () -> new Once<>(call));
    }

    /**
     * {@return whether there is known to be nothing of a type, so that what can only be within such things is not asked for}
     *
     * <p>No call is made for that alone: where this scan does not list the type, and where its listing failed, nothing is known.
     *
     * @param listing as its collector reads it, by {@link #sharedPages}
     */
    public boolean isWithout(Class<? extends Resource> type, Supplier<? extends Stream<?>> listing) {
        if (!plan.lists(type)) {
            return false;
        }
        try {
            return listing.get().findFirst().isEmpty();
        } catch (ListingFailed e) {
            return false;
        }
    }

    /** Makes a call without which nothing is known of a type: a failure breaks off the collector. */
    public <T> T list(Operation listing, Supplier<T> call) {
        Optional<Gap> stop = stopped(listing);
        if (stop.isPresent()) {
            throw new ListingFailed(stop.get());
        }
        try {
            return call.get();
        } catch (RuntimeException | StackOverflowError e) {
            throw new ListingFailed(refused(listing, Optional.empty(), e), e);
        }
    }

    /**
     * Makes the call for a setting of a resource: a failure leaves it unknown, and so does an answer that lacks the setting,
     * which is null; one that nobody asks for is not made, nor one whose answer an earlier collection holds.
     *
     * @param call returns the value of that setting as the record has it
     */
    public <T> Observed<T> observe(Detail detail, Arn resource, Supplier<@Nullable T> call) {
        @SuppressWarnings("unchecked") // the record's component that the detail names is of this type
        Optional<Observed<T>> known = held.setting(detail, resource).map(setting -> (Observed<T>) setting);
        return known.filter(setting -> plan.wants(detail)).orElseGet(() -> answer(detail, resource, call));
    }

    /**
     * As {@link #observe}, at the same time as other calls: for a resource that takes several of which none needs the answer
     * to another.
     *
     * @return what was observed; asked for it, it waits for the answer
     */
    public <T> Supplier<Observed<T>> begin(Detail detail, Arn resource, Supplier<@Nullable T> call) {
        return plan.wants(detail)
                ? workers.fork(() -> observe(detail, resource, call))
                : () -> observe(detail, resource, call);
    }

    /** As {@link #observe}, of a call whose answer is more than that one setting, so that no setting stands for it. */
    public <T> Observed<T> answer(Detail detail, Arn resource, Supplier<@Nullable T> call) {
        if (!plan.wants(detail)) {
            return Observed.unknown(new Gap(Cause.SKIPPED, detail.operation().id(), Optional.empty(), NOBODY_ASKS));
        }
        Optional<Gap> stop = stopped(detail.operation());
        if (stop.isPresent()) {
            log.refused(region, Optional.of(resource), stop.get());
            return Observed.unknown(stop.get());
        }
        try {
            T value = call.get();
            if (value == null) {
                throw new Guard.Unreadable("the answer lacks what it should say");
            }
            return Observed.known(value);
        } catch (RuntimeException | StackOverflowError e) {
            return Observed.unknown(refused(detail.operation(), Optional.of(resource), e));
        }
    }

    /** {@return a resource as an earlier collection holds it, with all that this one wants of it} */
    public <R extends Resource> Optional<R> held(Class<R> type, Arn arn) {
        return held.resource(type, arn);
    }

    /**
     * Reads something of many things at the same time, in no order, and returns each as soon as it is read.
     *
     * <p>If {@code items} breaks off, so does the returned stream, after what was read before.
     */
    public <T, R> Stream<R> each(Stream<T> items, Function<? super T, ? extends R> read) {
        return stream(new Strands<T, R>(items.iterator(), read, HELPERS, workers, interruption));
    }

    /**
     * Reads the details of many resources at the same time, in no order, and returns each as soon as it is read. A resource
     * that an earlier collection holds is taken from there.
     *
     * <p>If {@code items} breaks off, so does the returned stream, after what was read before.
     *
     * @param arn of the resource that is made of an item
     */
    public <T, R extends Resource> Stream<R> each(
            Class<R> type, Stream<T> items, Function<? super T, Arn> arn, Function<? super T, ? extends R> read) {
        return each(items, item -> held(type, arn.apply(item)).orElseGet(() -> read.apply(item)));
    }

    private Gap refused(Operation operation, Optional<Arn> resource, Throwable failure) {
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

    /** {@return why no call is made any more, empty while calls are made} */
    private Optional<Gap> stopped(Operation operation) {
        if (interruption.isRequested()) {
            return Optional.of(interrupted(operation.id()));
        }
        return Optional.ofNullable(expired.get())
                .map(stop -> new Gap(Cause.EXPIRED, operation.id(), Optional.empty(), stop.detail()));
    }

    static Gap interrupted(String operation) {
        return new Gap(Cause.INTERRUPTED, operation, Optional.empty(), "the scan was stopped");
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }
}
