package io.awsaudit.inventory.sagemaker;

import java.util.function.Predicate;

/**
 * How the containers of a monitoring job reach each other and the network.
 *
 * @param trafficEncrypted whether what its containers send each other is encrypted
 * @param isolated whether its containers can call nothing outside, and nothing can call them
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringNetworkConfig.html">MonitoringNetworkConfig</a>
 */
public record MonitoringNetwork(boolean trafficEncrypted, boolean isolated) {
    /** Of a job for which nothing was chosen. */
    public static final MonitoringNetwork OPEN = new MonitoringNetwork(false, false);

    /** Holds where containers send each other data in the clear. */
    public static final Predicate<MonitoringNetwork> CLEAR_TRAFFIC = network -> !network.trafficEncrypted();

    /** Holds where containers reach the network. */
    public static final Predicate<MonitoringNetwork> NOT_ISOLATED = network -> !network.isolated();
}
