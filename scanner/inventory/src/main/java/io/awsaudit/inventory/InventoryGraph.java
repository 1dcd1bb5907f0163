package io.awsaudit.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;

/** Resources indexed by ARN, with the edges that they state in both directions. */
public final class InventoryGraph {
    /** A place in the graph: a resource, or something outside the inventory that a resource names. */
    public sealed interface Node {
        /** {@return what the node stands for} */
        Arn arn();

        /** A resource of the inventory. */
        record Inside(Resource resource) implements Node {
            @Override
            public Arn arn() {
                return resource.arn();
            }
        }

        /** What an edge leads to and the inventory does not hold, such as another account's key. */
        record External(Arn arn) implements Node {}
    }

    private final Map<Arn, Resource> resources;
    private final Map<Arn, List<Edge>> from;
    private final Map<Arn, List<Edge>> to;

    /** Indexes the resources; of two with one ARN the first stands for it. */
    public InventoryGraph(Collection<? extends Resource> all) {
        resources = new HashMap<>(2 * all.size());
        from = new HashMap<>(2 * all.size());
        to = new HashMap<>(all.size());
        for (Resource resource : all) {
            resources.putIfAbsent(resource.arn(), resource);
            List<Edge> edges = resource.edges().toList();
            for (Edge edge : edges) {
                from.computeIfAbsent(edge.from(), key -> new ArrayList<>(edges.size()))
                        .add(edge);
                to.computeIfAbsent(edge.to(), key -> new ArrayList<>(2)).add(edge);
            }
        }
    }

    /** {@return the resource with this ARN, empty when the inventory does not hold it} */
    public Optional<Resource> resource(Arn arn) {
        return Optional.ofNullable(resources.get(arn));
    }

    /** {@return what stands at an ARN} */
    public Node node(Arn arn) {
        Resource resource = resources.get(arn);
        return resource == null ? new Node.External(arn) : new Node.Inside(resource);
    }

    /** {@return the edges that start at a resource, in the order it states them} */
    public List<Edge> edgesFrom(Arn arn) {
        return from.getOrDefault(arn, List.of());
    }

    /** {@return the edges that end at a resource} */
    public List<Edge> edgesTo(Arn arn) {
        return to.getOrDefault(arn, List.of());
    }

    /** {@return the whole as a JGraphT graph, for questions about paths} */
    public Graph<Node, Edge> asGraph() {
        Graph<Node, Edge> graph = new DirectedPseudograph<>(Edge.class);
        resources.keySet().forEach(arn -> graph.addVertex(node(arn)));
        from.values()
                .forEach(edges -> edges.forEach(edge -> {
                    graph.addVertex(node(edge.from()));
                    graph.addVertex(node(edge.to()));
                    graph.addEdge(node(edge.from()), node(edge.to()), edge);
                }));
        return graph;
    }
}
