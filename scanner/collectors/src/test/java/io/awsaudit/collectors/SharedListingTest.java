package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SharedListingTest {
    @Test
    void everybodyReadsAllOfWhatIsAskedForOnce() {
        AtomicInteger begun = new AtomicInteger();
        SharedListing<Integer> replay = new SharedListing<>(() -> {
            begun.incrementAndGet();
            return List.of(1, 2, 3).iterator();
        });
        assertThat(begun).hasValue(0);
        Iterator<Integer> ahead = replay.iterator();
        assertThat(ahead.next()).isEqualTo(1);
        assertThat(replay).containsExactly(1, 2, 3);
        assertThat(ahead.next()).isEqualTo(2);
        assertThat(replay).containsExactly(1, 2, 3);
        assertThat(begun).hasValue(1);
    }

    @Test
    void aListingThatBreaksOffDoesSoForEverybodyAfterTheSameItems() {
        AtomicInteger asked = new AtomicInteger();
        SharedListing<Integer> replay = new SharedListing<>(
                () -> Stream.of(1, 2, 3).peek(item -> broken(item, asked)).iterator());
        for (int reader = 0; reader < 2; reader++) {
            List<Integer> read = new ArrayList<>();
            assertThatThrownBy(() -> replay.forEach(read::add)).hasMessage("page 3");
            assertThat(read).containsExactly(1, 2);
        }
        assertThat(asked).hasValue(1);
    }

    private static void broken(int item, AtomicInteger asked) {
        if (item == 3) {
            asked.incrementAndGet();
            throw new IllegalStateException("page 3");
        }
    }

    @Test
    void threadsThatReadAtTheSameTimeEachReadAll() {
        List<Integer> all = IntStream.range(0, 10_000).boxed().toList();
        SharedListing<Integer> replay = new SharedListing<>(all::iterator);
        List<List<Integer>> read = IntStream.range(0, 4)
                .parallel()
                .mapToObj(reader -> {
                    List<Integer> mine = new ArrayList<>();
                    replay.forEach(mine::add);
                    return mine;
                })
                .toList();
        assertThat(read).allMatch(all::equals);
    }
}
