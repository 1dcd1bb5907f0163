package io.awsaudit.rules;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.InventoryGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ways along the links of resources, which may be walked in either direction. */
final class Ways {
    /** Who is told of a way wants to see how two things are connected; everything is, by many links. */
    private static final int MOST_LINKS = 3;

    private final InventoryGraph graph;

    Ways(InventoryGraph graph) {
        this.graph = graph;
    }

    /** A way from its beginning, told from its end. */
    private record Way(
            Arn end,
            int length,
            @Nullable Edge last,
            @Nullable Way before) {
        List<Edge> edges() {
            List<Edge> edges = new ArrayList<>();
            for (Way way = this; way != null && way.last != null; way = way.before) {
                edges.add(way.last);
            }
            Collections.reverse(edges);
            return edges;
        }
    }

    /**
     * Returns the links of a shortest way between two resources, which is none where it would be longer than three. Of several
     * it is the one whose links are stated first: those that start at a resource come before those that end there.
     */
    List<Edge> shortest(Arn from, Arn to) {
        // What is next to the end is asked of the end: a VPC on the way need not be walked round, with its thousands.
        Set<Arn> near = new HashSet<>();
        graph.edgesFrom(to).forEach(edge -> near.add(edge.to()));
        graph.edgesTo(to).forEach(edge -> near.add(edge.from()));
        Deque<Way> open = new ArrayDeque<>();
        open.add(new Way(from, 0, null, null));
        Set<Arn> seen = new HashSet<>();
        seen.add(from);
        while (!near.isEmpty() && !open.isEmpty()) {
            Way way = open.remove();
            if (near.contains(way.end())) {
                List<Edge> edges = way.edges();
                edges.add(between(way.end(), to).orElseThrow());
                return edges;
            }
            if (way.length() < MOST_LINKS - 1) {
                for (List<Edge> edges : List.of(graph.edgesFrom(way.end()), graph.edgesTo(way.end()))) {
                    for (Edge edge : edges) {
                        Arn next = edge.from().equals(way.end()) ? edge.to() : edge.from();
                        if (seen.add(next)) {
                            open.add(new Way(next, way.length() + 1, edge, way));
                        }
                    }
                }
            }
        }
        return List.of();
    }

    private Optional<Edge> between(Arn one, Arn other) {
        return graph.edgesFrom(one).stream()
                .filter(edge -> edge.to().equals(other))
                .findFirst()
                .or(() -> graph.edgesFrom(other).stream()
                        .filter(edge -> edge.to().equals(one))
                        .findFirst());
    }
}
