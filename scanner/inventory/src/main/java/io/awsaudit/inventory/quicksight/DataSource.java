package io.awsaudit.inventory.quicksight;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What QuickSight takes data from, read whole by {@code quicksight:ListDataSources}. Files that were uploaded, and the samples
 * that AWS uploads for each new subscription, are none: nothing is connected to.
 *
 * @param dataSourceType such as {@code MYSQL} or {@code ATHENA}
 * @param status such as {@code CREATION_SUCCESSFUL}
 * @param tlsDisabled whether QuickSight was told to connect without TLS; where nothing was said it uses TLS
 * @param host the name of the database's server; empty where it is named otherwise, or it is no database
 * @param instance the RDS instance, or the Redshift cluster, that is named in place of a server
 * @param vpcConnection through which QuickSight reaches it; empty where that is the internet
 * @param secret that QuickSight signs in with; empty where it keeps a password itself, or needs none
 * @param passwordless whether QuickSight signs in as a role, or as the person who asks
 * @see <a href="https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DataSource.html">DataSource</a>
 */
@CloudFormationType("AWS::QuickSight::DataSource")
public record DataSource(
        Identity identity,
        String dataSourceType,
        String status,
        boolean tlsDisabled,
        Optional<String> host,
        Optional<String> instance,
        Optional<Arn> vpcConnection,
        Optional<Arn> secret,
        boolean passwordless)
        implements Resource {
    /** Those that QuickSight signs in to with a user and a password, unless it is told otherwise. */
    private static final Set<String> WITH_PASSWORD = Set.of(
            "AURORA",
            "AURORA_POSTGRESQL",
            "EXASOL",
            "MARIADB",
            "MYSQL",
            "ORACLE",
            "POSTGRESQL",
            "RDS",
            "REDSHIFT",
            "SQLSERVER",
            "TERADATA");

    /** Those that QuickSight connects to as a database does, where TLS may be left out. */
    private static final Set<String> WITHOUT_PASSWORD =
            Set.of("DATABRICKS", "IMPALA", "PRESTO", "SNOWFLAKE", "SPARK", "STARBURST", "TRINO");

    /** Databases that are in a VPC, whatever they are called there. */
    private static final Set<String> IN_VPC = Set.of("AURORA", "AURORA_POSTGRESQL", "RDS", "REDSHIFT");

    private static final Pattern HOST_IN_VPC =
            Pattern.compile("(?i).+\\.(rds|redshift|redshift-serverless)\\.amazonaws\\.com(\\.cn)?\\.?");

    /** {@return whether it is a database, to which a connection is opened} */
    public boolean isDatabase() {
        return WITH_PASSWORD.contains(dataSourceType) || WITHOUT_PASSWORD.contains(dataSourceType);
    }

    /** {@return whether it is a database that has to be told a user and a password} */
    public boolean takesPassword() {
        return WITH_PASSWORD.contains(dataSourceType) && !passwordless;
    }

    /** {@return whether it is a database of AWS's that is in somebody's VPC} */
    public boolean isInVpc() {
        return IN_VPC.contains(dataSourceType)
                || instance.isPresent()
                || host.filter(name -> HOST_IN_VPC.matcher(name).matches()).isPresent();
    }

    /** {@return whether it could not be made or changed as was asked} */
    public boolean isFailed() {
        return status.endsWith("_FAILED");
    }

    /** {@return whether it is not yet known what comes of it} */
    public boolean isInProgress() {
        return status.endsWith("_IN_PROGRESS");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                vpcConnection.stream().map(connection -> new Edge(arn(), Relation.ATTACHED_TO, connection)),
                secret.stream().map(kept -> new Edge(arn(), Relation.CONFIGURED_BY, kept)));
    }
}
