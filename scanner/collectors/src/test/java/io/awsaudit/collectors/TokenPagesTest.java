package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenPagesTest {
    private record Page(List<String> items, String next) {}

    private final List<String> asked = new ArrayList<>();

    @Test
    void pagesAreAskedForAsTheyAreTakenAndEmptyOnesArePassed() {
        Iterator<String> items = listing(Map.of(
                        "null", new Page(List.of("a", "b"), "1"),
                        "1", new Page(List.of(), "2"),
                        "2", new Page(List.of("c"), "")))
                .iterator();
        assertThat(asked).isEmpty();
        assertThat(items.next()).isEqualTo("a");
        assertThat(items.next()).isEqualTo("b");
        assertThat(asked).containsExactly("null");
        assertThat(items.next()).isEqualTo("c");
        assertThat(items.hasNext()).isFalse();
        assertThat(asked).containsExactly("null", "1", "2");
    }

    @Test
    void aListingOfNothingIsEmpty() {
        assertThat(listing(Map.of("null", new Page(List.of(), "")))).isEmpty();
    }

    private Iterable<String> listing(Map<String, Page> pages) {
        return TokenPages.of(
                token -> {
                    asked.add(String.valueOf(token));
                    return pages.get(String.valueOf(token));
                },
                Page::items,
                Page::next);
    }
}
