package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Scans whole accounts by the program as it is shipped, and compares every verdict. */
final class SeededAccountsTest {
    private static final Set<String> REGIONS = Set.of("eu-west-1", "us-east-1");

    /** What no seed can make fail in the insecure account, and why. */
    private static final Map<String, String> NEVER_FAIL = Map.ofEntries(
            Map.entry("accessanalyzer-account-regions-alike", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-account-unused-access-analyzed", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-analyzer-findings-resolved", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-analyzer-unused-access-removed", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-analyzer-working", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-region-external-analyzer-active", "moto has no Access Analyzer"),
            Map.entry("account-part-of-organization", "moto's organization is seeded in both accounts"),
            Map.entry(
                    "account-regions-in-use-allowed",
                    "the check has nothing to compare with until a parameter names regions"),
            Map.entry("account-resources-in-stacks", "the check tells a share until a parameter bounds it"),
            Map.entry("account-resources-tagged", "the check tells a share until a parameter bounds it"),
            Map.entry("acm-certificate-valid", "moto issues every certificate at once"),
            Map.entry("acmpca-certificate-authority-not-kept-expired", "all that is in an emulator is of today"),
            Map.entry(
                    "acmpca-certificate-authority-revocation-published",
                    "moto has authorities of short-lived certificates alone"),
            Map.entry("autoscaling-group-at-strength", "moto starts at once what a group needs"),
            Map.entry("backup-recovery-point-complete", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-deleted-when-expired", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-encrypted", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-expires", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-kept-long-enough", "moto cannot list recovery points"),
            Map.entry("backup-vault-deletion-denied", "moto keeps no policies of vaults"),
            Map.entry("backup-vault-not-public", "moto keeps no policies of vaults"),
            Map.entry(
                    "batch-compute-environment-idle-instances-absent",
                    "moto's compute environments bring clusters of ECS along, and so are not seeded"),
            Map.entry(
                    "batch-compute-environment-in-several-zones",
                    "moto's compute environments bring clusters of ECS along, and so are not seeded"),
            Map.entry(
                    "batch-compute-environment-instances-tagged",
                    "moto's compute environments bring clusters of ECS along, and so are not seeded"),
            Map.entry(
                    "batch-compute-environment-several-instance-types-used",
                    "moto's compute environments bring clusters of ECS along, and so are not seeded"),
            Map.entry(
                    "batch-compute-environment-valid",
                    "moto's compute environments bring clusters of ECS along, and so are not seeded"),
            Map.entry(
                    "batch-job-queue-valid",
                    "moto's compute environments bring clusters of ECS along, and so are not seeded"),
            Map.entry("bedrockagentcore-browser-custom-not-public", "moto has no tools of AgentCore"),
            Map.entry("bedrockagentcore-browser-custom-recorded", "moto has no tools of AgentCore"),
            Map.entry("bedrockagentcore-code-interpreter-custom-not-public", "moto has no tools of AgentCore"),
            Map.entry("budgets-budget-healthy", "moto tells nothing of the health of budgets"),
            Map.entry("budgets-budget-notifies", "moto cannot tell of notifications"),
            Map.entry(
                    "cloudtrail-account-management-events-recorded-once",
                    "another check needs an account without a trail of all regions"),
            Map.entry("cloudtrail-account-trail-active", "another check needs a trail"),
            Map.entry("cloudtrail-trail-delivering", "moto delivers all that a trail records"),
            Map.entry("cloudwatch-alarm-data-sufficient", "all that is in an emulator is of today"),
            Map.entry("cloudwatch-alarm-not-raised-for-long", "all that is in an emulator is of today"),
            Map.entry("codebuild-project-not-public", "moto drops the visibility of projects"),
            Map.entry("codebuild-project-webhook-actors-exact", "moto keeps no webhooks of projects"),
            Map.entry("codebuild-report-group-export-encrypted", "moto has no report groups"),
            Map.entry("codebuild-source-credential-not-of-a-person", "moto cannot list sign-ins"),
            Map.entry("cognitoidentity-identity-pool-classic-flow-off", "moto keeps no classic flow"),
            Map.entry("cognitoidentityprovider-user-pool-messages-delivered", "moto fails to send no message"),
            Map.entry("databasemigration-certificate-valid", "moto cannot list certificates"),
            Map.entry("databasemigration-event-subscription-delivering", "moto cannot list subscriptions"),
            Map.entry(
                    "databasemigration-replication-instance-auto-minor-upgrade-enabled",
                    "moto sends times of instances that cannot be read"),
            Map.entry(
                    "databasemigration-replication-instance-class-current",
                    "moto sends times of instances that cannot be read"),
            Map.entry(
                    "databasemigration-replication-instance-multi-az",
                    "moto sends times of instances that cannot be read"),
            Map.entry(
                    "databasemigration-replication-instance-not-public",
                    "moto sends times of instances that cannot be read"),
            Map.entry(
                    "databasemigration-replication-instance-used", "moto sends times of instances that cannot be read"),
            Map.entry("databasemigration-replication-task-not-failed", "moto sends times of tasks that cannot be read"),
            Map.entry(
                    "databasemigration-replication-task-source-logged",
                    "moto sends times of tasks that cannot be read"),
            Map.entry(
                    "databasemigration-replication-task-target-logged",
                    "moto sends times of tasks that cannot be read"),
            Map.entry("datasync-agent-online", "moto cannot list agents"),
            Map.entry("datasync-location-object-storage-tls-enabled", "moto has no object stores of DataSync"),
            Map.entry("datasync-task-schedule-kept", "moto gives up no schedule"),
            Map.entry("dynamodb-limits-throughput-left", "nothing that an emulator has comes near a quota"),
            Map.entry("dynamodb-table-backed-up", "moto cannot list what backups protect"),
            Map.entry("dynamodb-table-usable", "moto loses no keys"),
            Map.entry("ec2-client-vpn-endpoint-logging-enabled", "moto has no client VPNs"),
            Map.entry(
                    "ec2-ebs-defaults-snapshot-sharing-blocked",
                    "moto cannot say whether a region blocks public snapshots"),
            Map.entry("ec2-image-block-public-access-enabled", "moto cannot say whether a region blocks public images"),
            Map.entry("ec2-image-not-kept-for-ever", "all that is in an emulator is of today"),
            Map.entry("ec2-instance-backed-up", "moto cannot list what backups protect"),
            Map.entry("ec2-instance-graviton-used", "moto does not say which operating system an instance runs"),
            Map.entry("ec2-instance-image-not-deprecated", "no image can be deprecated in the past"),
            Map.entry("ec2-instance-managed-by-systems-manager", "moto knows no managed instances"),
            Map.entry(
                    "ec2-instance-metadata-defaults-imdsv2-required",
                    "moto has no defaults for the metadata of instances"),
            Map.entry("ec2-instance-not-running-for-long", "all that is in an emulator is of today"),
            Map.entry("ec2-instance-not-stopped-for-long", "all that is in an emulator is of today"),
            Map.entry("ec2-instance-root-volume-kept", "moto's instances start from EBS"),
            Map.entry("ec2-route-table-routes-alive", "moto's routes never die"),
            Map.entry("ec2-snapshot-not-kept-for-ever", "all that is in an emulator is of today"),
            Map.entry("ec2-snapshot-not-public", "moto cannot say whether a region blocks public snapshots"),
            Map.entry("ec2-spot-fleet-volumes-encrypted", "moto keeps no volumes of a spot fleet"),
            Map.entry("ec2-volume-backed-up", "moto cannot list what backups protect"),
            Map.entry("ec2-vpc-block-public-access-options-enabled", "moto cannot block internet gateways"),
            Map.entry("ec2-vpc-endpoint-available", "moto's endpoints never fail"),
            Map.entry("ecs-capacity-provider-scaling-managed", "moto cannot list capacity providers"),
            Map.entry("ecs-capacity-provider-termination-protected", "moto cannot list capacity providers"),
            Map.entry("ecs-service-not-on-spot-alone", "moto tells of no capacity providers of a service"),
            Map.entry("efs-file-system-backed-up", "moto cannot list what backups protect"),
            Map.entry("eks-nodegroup-healthy", "moto's node groups are always well"),
            Map.entry(
                    "emr-cluster-ends-when-idle", "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry(
                    "emr-cluster-kerberos-enabled",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry("emr-cluster-logged", "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry(
                    "emr-cluster-primary-node-not-public",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry(
                    "emr-cluster-security-configured",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry(
                    "emr-cluster-several-primary-nodes",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry(
                    "emr-cluster-termination-protected",
                    "moto's clusters are in all regions at once, so that none is seeded"),
            Map.entry("emr-security-configuration-encrypted-at-rest", "moto cannot list security configurations"),
            Map.entry("emr-security-configuration-encrypted-in-transit", "moto cannot list security configurations"),
            Map.entry("emr-security-configuration-metadata-v2-required", "moto cannot list security configurations"),
            Map.entry("emrserverless-application-logged", "moto keeps no logging of applications"),
            Map.entry("eventbridge-endpoint-events-replicated", "moto has no global endpoints"),
            Map.entry("fsx-file-system-backed-up", "moto cannot list what backups protect"),
            Map.entry("fsx-file-system-healthy", "moto tells of no state of file systems"),
            Map.entry("glue-connection-password-in-secrets-manager", "moto keeps no type of connections"),
            Map.entry("glue-connection-tls-enforced", "moto keeps no type of connections"),
            Map.entry("glue-crawler-successful", "moto runs no crawler"),
            Map.entry("iam-account-access-keys-young", "all that is in an emulator is of today"),
            Map.entry(
                    "iam-account-trusted-accounts-known",
                    "the check has nothing to compare with until a parameter names accounts"),
            Map.entry(
                    "iam-role-trusted-accounts-known",
                    "the check has nothing to compare with until a parameter names accounts"),
            Map.entry("iam-root-user-access-key-absent", "moto's root user has no keys, and no way to get one"),
            Map.entry("iam-root-user-not-used", "moto's credential report has no line for the root user"),
            Map.entry("iam-user-access-key-rotated", "all that is in an emulator is of today"),
            Map.entry("iam-user-credentials-not-abandoned", "all that is in an emulator is of today"),
            Map.entry("iam-user-credentials-used", "all that is in an emulator is of today"),
            Map.entry("kafka-cluster-brokers-current", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("kafka-cluster-brokers-logged", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("kafka-cluster-clients-encrypted", "moto sends times of MSK clusters that cannot be read"),
            Map.entry(
                    "kafka-cluster-customer-action-not-required",
                    "moto sends times of MSK clusters that cannot be read"),
            Map.entry("kafka-cluster-encrypted-in-cluster", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("kafka-cluster-in-three-zones", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("kafka-cluster-metrics-detailed", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("kafka-cluster-not-public", "moto sends times of MSK clusters that cannot be read"),
            Map.entry(
                    "kafka-cluster-unauthenticated-access-off", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("kafka-cluster-version-supported", "moto sends times of MSK clusters that cannot be read"),
            Map.entry("lambda-function-url-authenticated", "moto cannot list function URLs"),
            Map.entry(
                    "macie2-session-automated-discovery-enabled", "moto cannot say whether Macie discovers by itself"),
            Map.entry("memorydb-cluster-multi-az", "moto places every cluster in several zones"),
            Map.entry("memorydb-user-authenticated", "moto cannot list users"),
            Map.entry("mq-broker-customer-action-not-required", "moto's brokers always run"),
            Map.entry("networkfirewall-firewall-in-sync", "moto brings every firewall in sync"),
            Map.entry("networkfirewall-firewall-policy-fragments-inspected", "moto lists no policies"),
            Map.entry("networkfirewall-firewall-policy-has-rule-groups", "moto lists no policies"),
            Map.entry("networkfirewall-firewall-policy-packets-inspected", "moto lists no policies"),
            Map.entry("networkfirewall-firewall-policy-unmatched-dropped", "moto lists no policies"),
            Map.entry("networkfirewall-rule-group-stateless-not-empty", "moto lists no rule groups"),
            Map.entry("opensearch-domain-auto-tuned", "moto tunes every domain"),
            Map.entry("opensearch-domain-software-current", "moto knows no service software"),
            Map.entry("organizations-organization-policies-delegated", "moto has no delegation policies"),
            Map.entry("organizations-organization-root-credentials-managed", "moto cannot say which features are on"),
            Map.entry("pipes-pipe-not-failed", "moto's pipes never fail"),
            Map.entry("quicksight-dashboard-not-public", "moto sends times of dashboards that cannot be read"),
            Map.entry("quicksight-data-source-connected", "moto sends times of data sources that cannot be read"),
            Map.entry(
                    "quicksight-data-source-encrypted-in-transit",
                    "moto sends times of data sources that cannot be read"),
            Map.entry(
                    "quicksight-data-source-password-in-secrets-manager",
                    "moto sends times of data sources that cannot be read"),
            Map.entry(
                    "quicksight-data-source-reached-through-vpc",
                    "moto sends times of data sources that cannot be read"),
            Map.entry("quicksight-vpc-connection-available", "moto cannot list VPC connections of QuickSight"),
            Map.entry("ram-resource-share-complete", "moto never fails to share"),
            Map.entry("ram-resource-share-permissions-managed", "moto has only permissions that AWS manages"),
            Map.entry("ram-resource-share-within-organization", "moto takes nobody for somebody outside"),
            Map.entry("rds-db-cluster-backed-up", "moto cannot list what backups protect"),
            Map.entry("rds-db-cluster-healthy", "moto's databases are always well"),
            Map.entry("rds-db-cluster-parameters-in-force", "moto's parameters are in force at once"),
            Map.entry("rds-db-cluster-snapshot-not-kept-for-ever", "all that is in an emulator is of today"),
            Map.entry("rds-db-instance-backed-up", "moto cannot list what backups protect"),
            Map.entry("rds-db-instance-healthy", "moto's databases are always well"),
            Map.entry("rds-db-instance-parameters-in-force", "moto's parameters are in force at once"),
            Map.entry("rds-db-instance-restorable-of-late", "moto names no time that a database can be restored to"),
            Map.entry("rds-db-snapshot-not-kept-for-ever", "all that is in an emulator is of today"),
            Map.entry("redshift-cluster-healthy", "moto's databases are always well"),
            Map.entry("redshift-cluster-parameters-in-force", "moto's parameters are in force at once"),
            Map.entry("redshift-cluster-snapshot-not-kept-for-ever", "all that is in an emulator is of today"),
            Map.entry("s3-directory-bucket-lifecycle-configured", "moto has no directory buckets"),
            Map.entry("sagemaker-endpoint-healthy", "moto brings every endpoint into service"),
            Map.entry(
                    "sagemaker-feature-group-offline-store-encrypted-with-customer-key",
                    "moto cannot list feature groups"),
            Map.entry(
                    "sagemaker-feature-group-online-store-encrypted-with-customer-key",
                    "moto cannot list feature groups"),
            Map.entry(
                    "sagemaker-inference-experiment-records-encrypted-with-customer-key",
                    "moto cannot list experiments"),
            Map.entry(
                    "sagemaker-inference-experiment-volumes-encrypted-with-customer-key",
                    "moto cannot list experiments"),
            Map.entry("sagemaker-monitoring-schedule-network-isolated", "moto cannot list schedules"),
            Map.entry("sagemaker-monitoring-schedule-traffic-encrypted", "moto cannot list schedules"),
            Map.entry("sagemaker-notebook-instance-not-running-for-long", "all that is in an emulator is of today"),
            Map.entry("secretsmanager-secret-rotated-recently", "all that is in an emulator is of today"),
            Map.entry("secretsmanager-secret-rotation-successful", "all that is in an emulator is of today"),
            Map.entry("secretsmanager-secret-used", "all that is in an emulator is of today"),
            Map.entry("servicecatalog-provisioned-product-settled", "moto cannot list provisioned products"),
            Map.entry("sns-subscription-confirmed", "moto confirms every subscription"),
            Map.entry("ssm-association-compliance-compliant", "moto knows no compliance"),
            Map.entry("ssm-managed-instance-agent-latest", "moto knows no managed instances"),
            Map.entry("ssm-patch-compliance-compliant", "moto knows no compliance"),
            Map.entry("ssm-service-settings-automation-logged", "moto has no service settings"),
            Map.entry("ssm-service-settings-public-sharing-blocked", "moto has no service settings"),
            Map.entry("timestreamwrite-table-backed-up", "moto cannot list what backups protect"),
            Map.entry("transfer-certificate-not-expiring", "moto cannot list certificates"),
            Map.entry("xray-encryption-config-kms-key-used", "moto has no settings of X-Ray"),
            Map.entry("xray-group-insights-enabled", "moto has no settings of X-Ray"),
            Map.entry("xray-resource-policy-not-public", "moto has no settings of X-Ray"));

    /** The services, by the first word of their checks, of which the seeds make nothing that can fail, and why. */
    private static final Map<String, String> NOT_SEEDED = Map.ofEntries(
            Map.entry("bedrock", "moto has no guardrails"),
            Map.entry("bedrockagent", "moto sends times of agents that cannot be read"),
            Map.entry("cloudformation", "moto's CloudFormation is not installed"),
            Map.entry("codecommit", "moto cannot list repositories"),
            Map.entry("codedeploy", "moto cannot tell of deployment groups"),
            Map.entry("codepipeline", "moto sends times of pipelines that cannot be read"),
            Map.entry("connect", "moto cannot tell of attributes of instances"),
            Map.entry("costexplorer", "moto has no anomaly monitors"),
            Map.entry("directconnect", "moto's ids are of the hour, so that nothing is seeded"),
            Map.entry("docdb", "moto makes no clusters of DocumentDB"),
            Map.entry("elasticbeanstalk", "moto cannot tell of settings of environments"),
            Map.entry("resourcegroups", "moto cannot list what is in a group"),
            Map.entry("servicequotas", "moto has no quotas that anything comes near"),
            Map.entry("sesv2", "moto cannot list configuration sets and identities"),
            Map.entry("shield", "moto cannot say whether there is a subscription"),
            Map.entry("workspaces", "a directory brings a security group that other checks would find"));

    /** What fails even in the hardened account, and why. */
    private static final Map<String, String> ALWAYS_FAIL = Map.ofEntries(
            Map.entry("apigateway-stage-client-certificate-set", "moto drops the certificate of a stage"),
            Map.entry("dax-cluster-several-zones", "moto puts all nodes of a cluster into one zone"),
            Map.entry(
                    "ec2-network-interface-attached",
                    "moto gives the account the interfaces of endpoints, attached to nothing"),
            Map.entry("ecs-service-deployments-roll-back", "moto keeps no deployment configuration of a service"),
            Map.entry("eks-cluster-deletion-protected", "moto keeps no deletion protection of clusters"),
            Map.entry("iam-root-user-hardware-mfa-enabled", "moto's root user has no MFA, and no way to get it"),
            Map.entry("iam-root-user-mfa-enabled", "moto's root user has no MFA, and no way to get it"),
            Map.entry("organizations-organization-backup-policy-attached", "moto cannot make backup policies"),
            Map.entry("rds-db-instance-performance-insights-enabled", "moto drops Performance Insights"));

    /** What cannot be decided in either account, and why. */
    private static final Map<String, String> NEVER_DECIDED = Map.ofEntries(
            Map.entry("accessanalyzer-account-regions-alike", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-account-unused-access-analyzed", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-analyzer-findings-resolved", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-analyzer-tagged", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-analyzer-unused-access-removed", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-analyzer-working", "moto has no Access Analyzer"),
            Map.entry("accessanalyzer-region-external-analyzer-active", "moto has no Access Analyzer"),
            Map.entry("backup-recovery-point-complete", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-deleted-when-expired", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-encrypted", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-expires", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-kept-long-enough", "moto cannot list recovery points"),
            Map.entry("backup-recovery-point-tagged", "moto cannot list recovery points"),
            Map.entry("backup-vault-not-public", "moto keeps no policies of vaults"),
            Map.entry("bedrock-guardrail-encrypted-with-customer-key", "moto has no guardrails"),
            Map.entry("bedrock-guardrail-personal-data-filtered", "moto has no guardrails"),
            Map.entry("bedrock-guardrail-prompt-attacks-filtered", "moto has no guardrails"),
            Map.entry("bedrock-guardrail-tagged", "moto has no guardrails"),
            Map.entry("bedrock-model-invocation-logging-enabled", "moto has no guardrails"),
            Map.entry("bedrock-provisioned-model-throughput-committed", "moto has no guardrails"),
            Map.entry("bedrock-provisioned-model-throughput-tagged", "moto has no guardrails"),
            Map.entry("bedrockagentcore-browser-custom-not-public", "moto has no tools of AgentCore"),
            Map.entry("bedrockagentcore-browser-custom-recorded", "moto has no tools of AgentCore"),
            Map.entry("bedrockagentcore-browser-custom-tagged", "moto has no tools of AgentCore"),
            Map.entry("bedrockagentcore-code-interpreter-custom-not-public", "moto has no tools of AgentCore"),
            Map.entry("bedrockagentcore-code-interpreter-custom-tagged", "moto has no tools of AgentCore"),
            Map.entry("budgets-budget-notifies", "moto cannot tell of notifications"),
            Map.entry("budgets-budget-tagged", "moto cannot tell of notifications and tags"),
            Map.entry("codebuild-report-group-export-encrypted", "moto has no report groups"),
            Map.entry("codebuild-report-group-tagged", "moto cannot list report groups and sign-ins"),
            Map.entry("codebuild-source-credential-not-of-a-person", "moto cannot list sign-ins"),
            Map.entry("codecommit-repository-changes-approved", "moto cannot list repositories"),
            Map.entry("codecommit-repository-tagged", "moto cannot list repositories"),
            Map.entry("codepipeline-webhook-authenticated", "moto cannot list webhooks"),
            Map.entry("codepipeline-webhook-tagged", "moto cannot list webhooks"),
            Map.entry("connect-instance-flow-logs-enabled", "moto cannot tell of attributes of instances"),
            Map.entry("connect-instance-tagged", "moto cannot tell of attributes of instances"),
            Map.entry("costexplorer-account-anomalies-watched", "moto has no anomaly monitors"),
            Map.entry("costexplorer-anomaly-monitor-heard", "moto has no anomaly monitors"),
            Map.entry("databasemigration-certificate-tagged", "moto cannot list it"),
            Map.entry("databasemigration-certificate-valid", "moto cannot list certificates"),
            Map.entry("databasemigration-event-subscription-delivering", "moto cannot list subscriptions"),
            Map.entry("databasemigration-event-subscription-tagged", "moto cannot list it"),
            Map.entry("datasync-agent-online", "moto cannot list agents"),
            Map.entry("datasync-agent-tagged", "moto cannot list agents, nor tell tags"),
            Map.entry("datasync-task-tagged", "moto cannot list agents, nor tell tags"),
            Map.entry("directconnect-virtual-interface-tagged", "moto cannot list virtual interfaces"),
            Map.entry("directconnect-virtual-interface-up", "moto cannot list virtual interfaces"),
            Map.entry("dynamodb-table-backed-up", "moto cannot list what backups protect"),
            Map.entry("ec2-client-vpn-endpoint-logging-enabled", "moto has no client VPNs"),
            Map.entry(
                    "ec2-ebs-defaults-snapshot-sharing-blocked",
                    "moto cannot say whether a region blocks public snapshots"),
            Map.entry("ec2-image-block-public-access-enabled", "moto cannot say whether a region blocks public images"),
            Map.entry("ec2-instance-backed-up", "moto cannot list what backups protect"),
            Map.entry("ec2-instance-managed-by-systems-manager", "moto knows no managed instances"),
            Map.entry(
                    "ec2-instance-metadata-defaults-imdsv2-required",
                    "moto has no defaults for the metadata of instances"),
            Map.entry("ec2-vpc-block-public-access-options-enabled", "moto cannot block internet gateways"),
            Map.entry("ecs-capacity-provider-scaling-managed", "moto cannot list capacity providers"),
            Map.entry("ecs-capacity-provider-tagged", "moto cannot list capacity providers"),
            Map.entry("ecs-capacity-provider-termination-protected", "moto cannot list capacity providers"),
            Map.entry("efs-file-system-backed-up", "moto cannot list what backups protect"),
            Map.entry("emr-security-configuration-encrypted-at-rest", "moto cannot list security configurations"),
            Map.entry("emr-security-configuration-encrypted-in-transit", "moto cannot list security configurations"),
            Map.entry("emr-security-configuration-metadata-v2-required", "moto cannot list security configurations"),
            Map.entry("eventbridge-endpoint-events-replicated", "moto has no global endpoints"),
            Map.entry("fsx-file-system-backed-up", "moto cannot list what backups protect"),
            Map.entry("iam-root-user-not-used", "moto's credential report has no line for the root user"),
            Map.entry("lambda-function-url-authenticated", "moto cannot list function URLs"),
            Map.entry("macie2-region-enabled", "moto's Macie sends times that cannot be read"),
            Map.entry(
                    "macie2-session-automated-discovery-enabled", "moto cannot say whether Macie discovers by itself"),
            Map.entry("networkfirewall-firewall-policy-fragments-inspected", "moto lists no policies"),
            Map.entry("networkfirewall-firewall-policy-has-rule-groups", "moto lists no policies"),
            Map.entry("networkfirewall-firewall-policy-packets-inspected", "moto lists no policies"),
            Map.entry("networkfirewall-firewall-policy-tagged", "moto lists neither policies nor rule groups"),
            Map.entry("networkfirewall-firewall-policy-unmatched-dropped", "moto lists no policies"),
            Map.entry("networkfirewall-rule-group-stateless-not-empty", "moto lists no rule groups"),
            Map.entry("networkfirewall-rule-group-tagged", "moto lists neither policies nor rule groups"),
            Map.entry("organizations-organization-policies-delegated", "moto has no delegation policies"),
            Map.entry("organizations-organization-root-credentials-managed", "moto cannot say which features are on"),
            Map.entry("quicksight-vpc-connection-available", "moto cannot list VPC connections of QuickSight"),
            Map.entry("quicksight-vpc-connection-tagged", "moto cannot list VPC connections of QuickSight"),
            Map.entry("rds-db-cluster-backed-up", "moto cannot list what backups protect"),
            Map.entry("rds-db-instance-backed-up", "moto cannot list what backups protect"),
            Map.entry("resourcegroups-group-has-resources", "moto cannot list what is in a group"),
            Map.entry("resourcegroups-group-query-valid", "moto cannot list what is in a group"),
            Map.entry("sagemaker-app-image-config-tagged", "moto cannot list it"),
            Map.entry(
                    "sagemaker-feature-group-offline-store-encrypted-with-customer-key",
                    "moto cannot list feature groups"),
            Map.entry(
                    "sagemaker-feature-group-online-store-encrypted-with-customer-key",
                    "moto cannot list feature groups"),
            Map.entry("sagemaker-feature-group-tagged", "moto cannot list it"),
            Map.entry("sagemaker-image-tagged", "moto cannot list it"),
            Map.entry(
                    "sagemaker-inference-experiment-records-encrypted-with-customer-key",
                    "moto cannot list experiments"),
            Map.entry("sagemaker-inference-experiment-tagged", "moto cannot list it"),
            Map.entry(
                    "sagemaker-inference-experiment-volumes-encrypted-with-customer-key",
                    "moto cannot list experiments"),
            Map.entry("sagemaker-monitoring-schedule-network-isolated", "moto cannot list schedules"),
            Map.entry("sagemaker-monitoring-schedule-tagged", "moto cannot list it"),
            Map.entry("sagemaker-monitoring-schedule-traffic-encrypted", "moto cannot list schedules"),
            Map.entry("servicecatalog-provisioned-product-settled", "moto cannot list provisioned products"),
            Map.entry("servicecatalog-provisioned-product-tagged", "moto cannot list provisioned products"),
            Map.entry("servicequotas-lambda-code-storage-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-lambda-concurrency-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-quotas-addresses-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-quotas-internet-gateways-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-quotas-network-interfaces-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-quotas-security-groups-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-quotas-vpcs-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-rds-account-quota-left", "moto cannot tell these quotas"),
            Map.entry("servicequotas-vpc-subnets-left", "moto cannot tell these quotas"),
            Map.entry(
                    "sesv2-configuration-set-reputation-metrics-enabled",
                    "moto cannot list configuration sets and identities"),
            Map.entry("sesv2-configuration-set-tagged", "moto cannot list configuration sets and identities"),
            Map.entry("sesv2-configuration-set-tls-required", "moto cannot list configuration sets and identities"),
            Map.entry("sesv2-email-identity-dkim-signed", "moto cannot list configuration sets and identities"),
            Map.entry("sesv2-email-identity-not-public", "moto cannot list configuration sets and identities"),
            Map.entry("sesv2-email-identity-tagged", "moto cannot list configuration sets and identities"),
            Map.entry("sesv2-email-identity-verified", "moto cannot list configuration sets and identities"),
            Map.entry("shield-distribution-protected", "moto cannot say whether there is a subscription"),
            Map.entry("shield-hosted-zone-protected", "moto cannot say whether there is a subscription"),
            Map.entry("shield-subscription-contacts-named", "moto cannot say whether there is a subscription"),
            Map.entry("shield-subscription-engaged-proactively", "moto cannot say whether there is a subscription"),
            Map.entry("shield-subscription-renewed", "moto cannot say whether there is a subscription"),
            Map.entry("shield-subscription-response-team-admitted", "moto cannot say whether there is a subscription"),
            Map.entry("ssm-association-compliance-compliant", "moto knows no compliance"),
            Map.entry("ssm-managed-instance-agent-latest", "moto knows no managed instances"),
            Map.entry("ssm-patch-compliance-compliant", "moto knows no compliance"),
            Map.entry("ssm-service-settings-automation-logged", "moto has no service settings"),
            Map.entry("ssm-service-settings-public-sharing-blocked", "moto has no service settings"),
            Map.entry("ssoadmin-permission-set-tagged", "moto cannot tell tags of permission sets"),
            Map.entry("timestreamwrite-table-backed-up", "moto cannot list what backups protect"),
            Map.entry("transfer-agreement-tagged", "moto cannot list it"),
            Map.entry("transfer-certificate-not-expiring", "moto cannot list certificates"),
            Map.entry("transfer-certificate-tagged", "moto cannot list it"),
            Map.entry("transfer-profile-tagged", "moto cannot list it"),
            Map.entry("transfer-workflow-tagged", "moto cannot list it"),
            Map.entry("xray-encryption-config-kms-key-used", "moto has no settings of X-Ray"),
            Map.entry("xray-group-insights-enabled", "moto has no settings of X-Ray"),
            Map.entry("xray-group-tagged", "moto has no settings of X-Ray"),
            Map.entry("xray-resource-policy-not-public", "moto has no settings of X-Ray"),
            Map.entry("xray-resource-policy-services-confined", "moto has no settings of X-Ray"),
            Map.entry("xray-sampling-rule-tagged", "moto has no settings of X-Ray"));

    /** What can be decided in the insecure account alone, and why. */
    private static final Map<String, String> UNDECIDED_IF_HARDENED = Map.ofEntries(
            Map.entry(
                    "lambda-function-failed-events-kept",
                    "moto sends the times of what happens to failed events as the SDK cannot read them"),
            Map.entry("memorydb-cluster-access-controlled", "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry(
                    "memorydb-cluster-auto-minor-upgrade-enabled",
                    "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry("memorydb-cluster-multi-az", "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry("memorydb-cluster-snapshots-kept", "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry("memorydb-cluster-tagged", "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry("memorydb-cluster-tls-enabled", "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry("memorydb-subnet-group-tagged", "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry("memorydb-user-authenticated", "moto's MemoryDB fails in a region without a default VPC"),
            Map.entry("memorydb-user-tagged", "moto's MemoryDB fails in a region without a default VPC"));

    /** What can be decided in the hardened account alone, and why. */
    private static final Map<String, String> UNDECIDED_IF_INSECURE = Map.ofEntries(
            Map.entry("backup-vault-deletion-denied", "moto keeps no policies of vaults"),
            Map.entry("ec2-snapshot-not-public", "moto cannot say whether a region blocks public snapshots"),
            Map.entry("ec2-volume-backed-up", "moto cannot list what backups protect"));

    @TempDir
    private static Path scratch;

    private static final Map<SeededAccount, Path> SCANS = new EnumMap<>(SeededAccount.class);

    @ParameterizedTest
    @EnumSource(names = {"INSECURE", "HARDENED"})
    void everyVerdictIsAsExpected(SeededAccount account) {
        Golden.assertThatLinesAre(name(account), findings(account).lines());
    }

    @Test
    void everyCheckFailsInTheInsecureAccountButThoseThatTheEmulatorCannotMakeFail() {
        Set<String> failing = findings(SeededAccount.INSECURE).checksWith("FAIL");
        // The checks of a family have one rule, which is proven when it fails on one of its types.
        Set<String> never = new TreeSet<>(
                Catalog.builtIn().checks().stream().map(Check::rule).toList());
        Catalog.builtIn().checks().stream()
                .filter(check -> failing.contains(check.id()))
                .forEach(check -> never.remove(check.rule()));
        never.removeAll(NotEmulated.checks());
        assertThat(never.stream().map(id -> id.substring(0, id.indexOf('-'))).toList())
                .containsAll(NOT_SEEDED.keySet());
        never.removeIf(id -> NOT_SEEDED.containsKey(id.substring(0, id.indexOf('-'))));
        assertThat(never).containsExactlyInAnyOrderElementsOf(NEVER_FAIL.keySet());
    }

    @Test
    void noCheckFailsInTheHardenedAccountButThoseThatTheEmulatorCannotMakePass() {
        assertThat(findings(SeededAccount.HARDENED).checksWith("FAIL"))
                .containsExactlyInAnyOrderElementsOf(ALWAYS_FAIL.keySet());
    }

    @ParameterizedTest
    @EnumSource(names = {"INSECURE", "HARDENED"})
    void allIsDecidedThatTheEmulatorAnswers(SeededAccount account) {
        Set<String> undecided = new TreeSet<>(NotEmulated.checks());
        undecided.addAll(NEVER_DECIDED.keySet());
        undecided.addAll((account == SeededAccount.INSECURE ? UNDECIDED_IF_INSECURE : UNDECIDED_IF_HARDENED).keySet());
        assertThat(findings(account).checksWith("UNKNOWN")).isEqualTo(undecided);
    }

    @Test
    void aScanOfAllRegionsSaysTheSameOfEach() throws IOException {
        Path folder = Files.createTempDirectory(scratch, "all-regions");
        Program.Run run =
                Program.in(folder, Emulators.with(SeededAccount.HARDENED)).run("scan", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        Findings all = Findings.of(folder.resolve("aws-audit-report/findings.json"));
        assertThat(all.linesIn(REGIONS))
                .isEqualTo(findings(SeededAccount.HARDENED).lines());
        assertThat(all.checksWith("FAIL")).isEqualTo(ALWAYS_FAIL.keySet());
        assertThat(all.lines()).hasSizeGreaterThan(all.linesIn(REGIONS).size());
    }

    /** A scan reads tags only where a check asks of them, and a collection reads them all. */
    private static List<JsonNode> withoutTags(Findings findings) {
        return findings.all().stream()
                .map(JsonNode::deepCopy)
                .peek(finding -> ((ObjectNode) finding.path("resource")).remove("tags"))
                .toList();
    }

    @Test
    void aSnapshotIsJudgedAsTheAccountIs() throws IOException {
        Path folder = Files.createTempDirectory(scratch, "collect");
        Program program = Program.in(folder, Emulators.with(SeededAccount.INSECURE));
        Program.Run collect =
                program.run("collect", "--regions", "us-east-1,eu-west-1", "--snapshot", "account.snapshot");
        assertThat(collect.exitCode()).as(collect.err()).isZero();
        Program.Run evaluate = Program.in(folder).run("evaluate", "account.snapshot", "--format", "json");
        assertThat(evaluate.exitCode()).as(evaluate.err()).isEqualTo(1);
        assertThat(withoutTags(Findings.of(folder.resolve("aws-audit-report/findings.json"))))
                .containsExactlyElementsOf(withoutTags(findings(SeededAccount.INSECURE)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("account.snapshot"))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyReportIsThereForItsOwnerOnly() throws IOException {
        try (Stream<Path> files = Files.list(scan(SeededAccount.INSECURE))) {
            assertThat(files)
                    .satisfiesExactlyInAnyOrder(
                            file -> assertThatOwnerOnlyReads(file, "findings.json"),
                            file -> assertThatOwnerOnlyReads(file, "findings.sarif"),
                            file -> assertThatOwnerOnlyReads(file, "report.html"));
        }
    }

    @Test
    void theFindingsAreValidByTheirSchema() throws IOException {
        String schema = Files.readString(Path.of("../docs/schema/findings.schema.json"));
        String findings = Files.readString(scan(SeededAccount.INSECURE).resolve("findings.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(findings, InputFormat.JSON))
                .isEmpty();
    }

    private static void assertThatOwnerOnlyReads(Path file, String name) throws IOException {
        assertThat(file).hasFileName(name).isNotEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static Findings findings(SeededAccount account) {
        return Findings.of(scan(account).resolve("findings.json"));
    }

    /** {@return the folder with the reports of a scan of two regions, which is done once} */
    private static Path scan(SeededAccount account) {
        return SCANS.computeIfAbsent(account, wanted -> {
            Path reports = scratch.resolve(name(wanted));
            Program.Run run = Program.in(scratch, Emulators.with(wanted))
                    .run("scan", "--regions", String.join(",", List.copyOf(REGIONS)), "--output", reports.toString());
            assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
            return reports;
        });
    }

    private static String name(SeededAccount account) {
        return account.name().toLowerCase(Locale.ROOT);
    }
}
