package io.awsaudit.inventory.directconnect;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A bundle of lines that count as one, read whole by {@code directconnect:DescribeLags}; deleted ones are none.
 *
 * @param connections how many lines there are
 * @param minimumLinks how many have to work for the bundle to
 * @see <a href="https://docs.aws.amazon.com/directconnect/latest/APIReference/API_Lag.html">Lag</a>
 */
@CloudFormationType("AWS::DirectConnect::Lag")
public record Lag(Identity identity, String location, String state, int connections, int minimumLinks)
        implements Resource {
    /** {@return whether it goes on when a line fails} */
    public boolean survivesALine() {
        return connections > 1 && minimumLinks < connections;
    }

    /** {@return its lines and how many it needs, as evidence} */
    public String words() {
        return connections + ", of which it needs " + Math.max(minimumLinks, 1);
    }
}
