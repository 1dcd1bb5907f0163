package io.awsaudit.inventory.wafv2;

/**
 * A rule of a web ACL or rule group; one that refers to a rule group is a rule as well.
 *
 * @param cloudWatchMetricsEnabled whether CloudWatch counts the requests that match it
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html">Rule</a>
 */
public record Rule(String name, boolean cloudWatchMetricsEnabled) {}
