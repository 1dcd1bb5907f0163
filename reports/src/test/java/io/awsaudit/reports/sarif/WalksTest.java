package io.awsaudit.reports.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i>sg                    | i sg
            i>subnet rtb>subnet     | i subnet rtb
            i>sg i>subnet rtb>subnet rtb>igw | i sg, i subnet rtb igw
            rtb>i rtb>nat           | i rtb nat
            a>b                     | a b
            i>a b>a i>c             | i a b, i c
            """)
    void edgesAreWalkedFromTheResourceOn(String edges, String walks) {
        assertThat(Walks.of(finding(edges)).stream()
                        .map(walk -> String.join(
                                " ",
                                walk.stream()
                                        .map(stop -> stop.resource().value())
                                        .toList())))
                .containsExactly(walks.split(", "));
    }

    private static Finding finding(String edges) {
        List<Edge> path = Arrays.stream(edges.split(" "))
                .map(edge -> edge.split(">"))
                .map(ends -> new Edge(new Arn(ends[0]), Relation.IN, new Arn(ends[1])))
                .toList();
        return new Finding(
                "x-check-a",
                Verdict.FAIL,
                Severity.LOW,
                new Finding.Subject(new Arn("i"), "AWS::EC2::Instance", "1", "r", "i", Map.of()),
                "It is so.",
                List.of(),
                path,
                List.of(),
                "0",
                Optional.empty());
    }
}
