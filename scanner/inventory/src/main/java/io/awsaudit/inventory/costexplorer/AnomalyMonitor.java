package io.awsaudit.inventory.costexplorer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Optional;

/**
 * What watches some part of the account's spending for anomalies, read by {@code ce:GetAnomalyMonitors}. Its tags would take
 * a request of its own that AWS bills, and no check asks for them: they are not read.
 *
 * @param monitorType {@code DIMENSIONAL}, which watches each value of a dimension, or {@code CUSTOM}
 * @param monitorDimension such as {@code SERVICE}; empty for a custom one
 * @see <a href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalyMonitor.html">AnomalyMonitor</a>
 */
@CloudFormationType("AWS::CE::AnomalyMonitor")
public record AnomalyMonitor(Identity identity, String monitorType, Optional<String> monitorDimension)
        implements Resource {}
