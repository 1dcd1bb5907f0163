package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.rules.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The edges that lead from a resource to others, as walks from one to the next; where they branch a new walk begins. */
final class Walks {
    /**
     * A stop on a walk.
     *
     * @param words how it was reached
     */
    record Stop(Arn resource, String words) {}

    private Walks() {}

    /** Returns walks in the order of a finding's edges, each with two stops or more. An edge may be walked against its direction. */
    static List<List<Stop>> of(Finding finding) {
        List<List<Stop>> walks = new ArrayList<>();
        Set<Arn> visited = new HashSet<>();
        visited.add(finding.resource().arn());
        for (Edge edge : finding.path()) {
            List<Stop> walk = walks.isEmpty() ? List.of() : walks.get(walks.size() - 1);
            boolean onward = !walk.isEmpty() && touches(edge, last(walk));
            if (!onward) {
                Arn start = !visited.contains(edge.from()) && visited.contains(edge.to()) ? edge.to() : edge.from();
                walk = new ArrayList<>(List.of(new Stop(start, start.lastSegment())));
                walks.add(walk);
            }
            Arn next = edge.from().equals(last(walk)) ? edge.to() : edge.from();
            walk.add(new Stop(next, words(edge)));
            visited.add(next);
        }
        return walks;
    }

    private static boolean touches(Edge edge, Arn resource) {
        return edge.from().equals(resource) || edge.to().equals(resource);
    }

    private static Arn last(List<Stop> walk) {
        return walk.get(walk.size() - 1).resource();
    }

    private static String words(Edge edge) {
        return edge.from().lastSegment() + " " + edge.relation().words() + " "
                + edge.to().lastSegment();
    }
}
