package io.awsaudit.inventory.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.VpnConnection.Tunnel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VpnConnectionTest {
    private static final Tunnel GOOD = new Tunnel("203.0.113.1", true, List.of("ikev2"), true);

    @Test
    void aConnectionIsAsItsWorseTunnelIs() {
        assertThat(connection(GOOD, GOOD).lacksTunnel()).isFalse();
        assertThat(connection(GOOD, new Tunnel("203.0.113.2", false, List.of("ikev2"), true))
                        .lacksTunnel())
                .isTrue();
        assertThat(connection(GOOD, new Tunnel("203.0.113.2", true, List.of("ikev2"), false))
                        .lacksLog())
                .isTrue();
        assertThat(connection(GOOD, new Tunnel("203.0.113.2", true, List.of("ikev1", "ikev2"), true))
                        .takesOldIke())
                .isTrue();
        assertThat(connection(GOOD, GOOD).takesOldIke()).isFalse();
    }

    @Test
    void whatNobodyChoseIsAsAwsLeavesIt() {
        Tunnel untouched = new Tunnel("203.0.113.2", true, List.of(), false);
        assertThat(connection(GOOD, untouched).takesOldIke()).isTrue();
        assertThat(connection(GOOD, untouched).ikeVersionsOfTunnels())
                .containsExactly("203.0.113.1 ikev2", "203.0.113.2 any");
        assertThat(connection().takesOldIke()).isTrue();
        assertThat(connection().lacksLog()).isTrue();
        assertThat(connection().lacksTunnel()).isTrue();
    }

    private static VpnConnection connection(Tunnel... tunnels) {
        Arn arn = new Arn("arn:aws:ec2:us-east-1:111122223333:vpn-connection/vpn-1");
        return new VpnConnection(
                Identity.untagged(arn, "111122223333", "us-east-1", "vpn-1"),
                VpnConnection.State.AVAILABLE,
                List.of(tunnels),
                Optional.empty());
    }
}
