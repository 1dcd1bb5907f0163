package io.awsaudit.inventory.glue;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What looks for tables in stores of data, read by {@code glue:GetCrawlers} but for its tags.
 *
 * @param lastCrawl how its last run ended, such as {@code SUCCEEDED}; empty where it never ran
 * @param securityConfiguration what says how its logs are encrypted
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_Crawler.html">Crawler</a>
 */
@CloudFormationType("AWS::Glue::Crawler")
public record Crawler(Identity identity, Optional<String> lastCrawl, Optional<Arn> securityConfiguration)
        implements Resource {
    /** {@return whether its last run failed} */
    public boolean hasFailed() {
        return lastCrawl.filter("FAILED"::equals).isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return securityConfiguration.stream().map(used -> new Edge(arn(), Relation.CONFIGURED_BY, used));
    }
}
