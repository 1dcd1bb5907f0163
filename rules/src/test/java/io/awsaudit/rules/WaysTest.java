package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.InventoryGraph;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaysTest {
    private record Linked(Identity identity, List<Edge> links) implements Resource {
        @Override
        public Stream<Edge> edges() {
            return links.stream();
        }
    }

    /** Links as {@code a>b}, in the order in which resources state them; {@code z} is no resource of the inventory. */
    private static List<Edge> links(String text) {
        return Arrays.stream(text.split(" "))
                .map(link -> new Edge(arn(link.substring(0, 1)), Relation.IN, arn(link.substring(2))))
                .toList();
    }

    private static Arn arn(String name) {
        return new Arn("arn:aws:x:::" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "a>b, a>b",
        "b>a, b>a",
        "b>a a>b, a>b",
        "a>c c>b, a>c c>b",
        "c>a c>b, c>a c>b",
        "a>c b>c, a>c b>c",
        "d>a d>b a>c c>b, a>c c>b",
        "a>d a>c c>b d>b, a>d d>b",
        "a>z b>z, a>z b>z",
        "a>c c>d d>b, a>c c>d d>b",
        "c>a d>c b>d, c>a d>c b>d",
        "a>e a>c c>d e>f f>b d>b, a>e e>f f>b",
        "a>a b>b a>c c>b, a>c c>b",
        "a>c c>d d>e e>b, ''",
        "a>c d>b, ''",
        "a>c, ''"
    })
    void aShortestWayLeadsAlongThreeLinksAtMostWhicheverEndStatesThem(String all, String way) {
        List<Edge> edges = links(all);
        List<Linked> resources = Stream.of("a", "b", "c", "d", "e", "f")
                .map(name -> new Linked(
                        Identity.untagged(arn(name), "111122223333", "eu-west-1", name),
                        edges.stream()
                                .filter(edge -> edge.from().equals(arn(name)))
                                .toList()))
                .toList();
        assertThat(new Ways(new InventoryGraph(resources)).shortest(arn("a"), arn("b")))
                .isEqualTo(way.isEmpty() ? List.of() : links(way));
    }
}
