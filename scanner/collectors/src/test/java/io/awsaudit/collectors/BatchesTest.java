package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private final List<List<Integer>> calls = new ArrayList<>();

    @Test
    void neighboursShareACall() {
        assertThat(Batches.of(Stream.of(1, 2, 3, 4, 5), 2, this::call)
                        .map(item -> item.answer().get()))
                .containsExactly("[1, 2]", "[1, 2]", "[3, 4]", "[3, 4]", "[5]");
        assertThat(calls).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @Test
    void noCallIsMadeThatNobodyAsksFor() {
        assertThat(Batches.of(IntStream.range(0, 9).boxed(), 3, this::call)
                        .filter(item -> item.value() == 4)
                        .map(item -> item.answer().get()))
                .containsExactly("[3, 4, 5]");
        assertThat(calls).containsExactly(List.of(3, 4, 5));
    }

    @Test
    void aFailureIsSharedToo() {
        List<Batches.Item<Integer, String>> items = Batches.<Integer, String>of(Stream.of(1, 2), 2, part -> {
                    calls.add(part);
                    throw new IllegalStateException("refused");
                })
                .toList();
        for (Batches.Item<Integer, String> item : items) {
            assertThatThrownBy(() -> item.answer().get()).hasMessage("refused");
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void whatCameBeforeTheBreakIsKept() {
        Iterator<Batches.Item<Integer, String>> items = Batches.of(
                        Stream.of(1, 2, 3, 4).peek(number -> {
                            if (number == 4) {
                                throw new IllegalStateException("broke off");
                            }
                        }),
                        2,
                        this::call)
                .iterator();
        List<Integer> taken = new ArrayList<>();
        assertThatThrownBy(() -> {
                    while (items.hasNext()) {
                        taken.add(items.next().value());
                    }
                })
                .hasMessage("broke off");
        assertThat(taken).containsExactly(1, 2, 3);
    }

    private String call(List<Integer> part) {
        calls.add(part);
        return part.toString();
    }
}
