package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read at the same time. */
final class StrandsTest {
    private static final int THREADS = 4;

    private final Workers workers = new Workers(THREADS);
    private final Interruption interruption = new Interruption();

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void everyItemIsReadOnce() {
        List<Integer> items = IntStream.range(0, 5000).boxed().toList();
        assertThat(all(new Strands<>(items.iterator(), item -> item, THREADS, workers, interruption)))
                .containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void theNextPageIsAskedForWhileTheItemsOfThisOneAreRead() throws Exception {
        CountDownLatch nextPage = new CountDownLatch(1);
        Iterator<Integer> pages = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                if (next == 3) {
                    nextPage.countDown();
                }
                return next < 6;
            }

            @Override
            public Integer next() {
                return next++;
            }
        };
        Strands<Integer, Boolean> strands =
                new Strands<>(pages, item -> awaited(nextPage), THREADS, workers, interruption);
        assertThat(all(strands)).hasSize(6).containsOnly(true);
    }

    @Test
    void whatWasListedBeforeAFailureIsRead() {
        Iterator<Integer> breaking = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                if (next == 100) {
                    throw new IllegalStateException("no more");
                }
                return true;
            }

            @Override
            public Integer next() {
                return next++;
            }
        };
        Strands<Integer, Integer> strands = new Strands<>(breaking, item -> item, THREADS, workers, interruption);
        List<Integer> read = new ArrayList<>();
        assertThatThrownBy(() -> strands.forEachRemaining(read::add)).hasMessage("no more");
        assertThat(read).hasSize(100);
    }

    @Test
    void aFailureToReadEndsTheReading() {
        AtomicInteger begun = new AtomicInteger();
        Strands<Integer, Integer> strands = new Strands<>(
                IntStream.range(0, 500).iterator(),
                item -> {
                    if (begun.incrementAndGet() > 10) {
                        throw new IllegalStateException("broken");
                    }
                    return item;
                },
                THREADS,
                workers,
                interruption);
        assertThatThrownBy(() -> all(strands)).hasMessage("broken");
        assertThat(begun.get()).isLessThanOrEqualTo(10 + 1 + THREADS);
    }

    @Test
    void anInterruptionEndsTheReadingWithAGap() {
        AtomicInteger read = new AtomicInteger();
        CountDownLatch requested = new CountDownLatch(1);
        Strands<Integer, Integer> strands = new Strands<>(
                IntStream.range(0, 500).iterator(),
                item -> {
                    int number = read.incrementAndGet();
                    if (number == 10) {
                        interruption.request();
                        requested.countDown();
                    } else if (number > 10) {
                        awaited(requested); // else they could go on for as long as the tenth is kept from the processor
                    }
                    return item;
                },
                THREADS,
                workers,
                interruption);
        assertThatThrownBy(() -> all(strands)).isInstanceOf(ListingFailed.class);
        assertThat(read.get()).isLessThanOrEqualTo(10 + THREADS);
    }

    @Test
    void whatIsForkedIsDoneOnceAndByWhoNeedsItWhereNobodyElseIsFree() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        IntStream.range(0, THREADS).forEach(thread -> workers.start(() -> awaited(end)));
        AtomicInteger done = new AtomicInteger();
        Supplier<Integer> forked = workers.fork(done::incrementAndGet);
        assertThat(forked.get()).isEqualTo(1);
        end.countDown();
        assertThat(forked.get()).isEqualTo(1);
        assertThat(done.get()).isEqualTo(1);
    }

    @Test
    void whatForkedWorkThrowsIsThrownToWhoNeedsIt() {
        Supplier<Integer> forked = workers.fork(() -> {
            throw new IllegalStateException("sorry");
        });
        assertThatThrownBy(forked::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sorry");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <R> List<R> all(Iterator<R> results) {
        List<R> all = new ArrayList<>();
        results.forEachRemaining(all::add);
        return all;
    }
}
