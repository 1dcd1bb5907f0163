package io.awsaudit.collectors.quicksight;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.quicksight.DataSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.quicksight.QuickSightClient;
import software.amazon.awssdk.services.quicksight.model.AuroraParameters;
import software.amazon.awssdk.services.quicksight.model.AuroraPostgreSqlParameters;
import software.amazon.awssdk.services.quicksight.model.DataSourceParameters;
import software.amazon.awssdk.services.quicksight.model.ListDataSourcesResponse;
import software.amazon.awssdk.services.quicksight.model.MariaDbParameters;
import software.amazon.awssdk.services.quicksight.model.MySqlParameters;
import software.amazon.awssdk.services.quicksight.model.OracleParameters;
import software.amazon.awssdk.services.quicksight.model.PostgreSqlParameters;
import software.amazon.awssdk.services.quicksight.model.RdsParameters;
import software.amazon.awssdk.services.quicksight.model.RedshiftParameters;
import software.amazon.awssdk.services.quicksight.model.SqlServerParameters;

/** Reads what QuickSight takes data from in a region. */
final class DataSourceCollector implements Collector<DataSource> {
    private static final Operation LIST =
            Operation.of("quicksight:ListDataSources").pages(QuickSight.PAGE);
    private static final Detail TAGS = Detail.of(DataSource.class, "tags", "quicksight:ListTagsForResource");

    /** What was uploaded by somebody, or by AWS as a sample; AWS describes none of them. */
    private static final String FILE = "FILE";

    private static final String DELETED = "DELETED";

    @Override
    public Set<Class<? extends DataSource>> yields() {
        return Set.of(DataSource.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<DataSource> collect(Reads reads) {
        QuickSightClient client = reads.client(QuickSight.CLIENT);
        return reads.each(
                DataSource.class,
                reads.pages(
                                LIST,
                                () -> TokenPages.of(
                                        token -> list(client, token, reads),
                                        ListDataSourcesResponse::dataSources,
                                        ListDataSourcesResponse::nextToken))
                        .filter(source ->
                                !FILE.equals(source.typeAsString()) && !DELETED.equals(source.statusAsString())),
                source -> new Arn(Answers.sent(source.arn(), "Arn")),
                source -> read(source, reads));
    }

    private static ListDataSourcesResponse list(QuickSightClient client, @Nullable String token, Reads reads) {
        return QuickSight.orIfNotSubscribed(
                () -> client.listDataSources(request -> request.awsAccountId(reads.account())
                        .maxResults(QuickSight.PAGE)
                        .nextToken(token)),
                ListDataSourcesResponse.builder().build());
    }

    private static DataSource read(software.amazon.awssdk.services.quicksight.model.DataSource listed, Reads reads) {
        Optional<DataSourceParameters> parameters = Optional.ofNullable(listed.dataSourceParameters());
        return new DataSource(
                QuickSight.identity(new Arn(Answers.sent(listed.arn(), "Arn")), listed.name(), TAGS, reads),
                Answers.sent(listed.typeAsString(), "Type"),
                Answers.sent(listed.statusAsString(), "Status"),
                // Left out where nobody said anything of TLS, which is then used.
                listed.sslProperties() != null
                        && Boolean.TRUE.equals(listed.sslProperties().disableSsl()),
                parameters.flatMap(DataSourceCollector::host),
                parameters.flatMap(DataSourceCollector::instance),
                Optional.ofNullable(listed.vpcConnectionProperties())
                        .map(connection -> new Arn(connection.vpcConnectionArn())),
                text(listed.secretArn()).map(Arn::new),
                parameters
                        .map(DataSourceParameters::redshiftParameters)
                        .filter(DataSourceCollector::isPasswordless)
                        .isPresent());
    }

    private static Optional<String> host(DataSourceParameters parameters) {
        return Stream.of(
                        Optional.ofNullable(parameters.auroraParameters()).map(AuroraParameters::host),
                        Optional.ofNullable(parameters.auroraPostgreSqlParameters())
                                .map(AuroraPostgreSqlParameters::host),
                        Optional.ofNullable(parameters.mariaDbParameters()).map(MariaDbParameters::host),
                        Optional.ofNullable(parameters.mySqlParameters()).map(MySqlParameters::host),
                        Optional.ofNullable(parameters.oracleParameters()).map(OracleParameters::host),
                        Optional.ofNullable(parameters.postgreSqlParameters()).map(PostgreSqlParameters::host),
                        Optional.ofNullable(parameters.redshiftParameters()).map(RedshiftParameters::host),
                        Optional.ofNullable(parameters.sqlServerParameters()).map(SqlServerParameters::host))
                .flatMap(Optional::stream)
                .filter(host -> !host.isBlank())
                .findFirst();
    }

    private static Optional<String> instance(DataSourceParameters parameters) {
        return Stream.of(
                        Optional.ofNullable(parameters.rdsParameters()).map(RdsParameters::instanceId),
                        Optional.ofNullable(parameters.redshiftParameters()).map(RedshiftParameters::clusterId))
                .flatMap(Optional::stream)
                .filter(instance -> !instance.isBlank())
                .findFirst();
    }

    /** Redshift lets in a role, or whoever Identity Center says is asking. */
    private static boolean isPasswordless(RedshiftParameters redshift) {
        return redshift.iamParameters() != null
                || redshift.identityCenterConfiguration() != null
                        && Boolean.TRUE.equals(
                                redshift.identityCenterConfiguration().enableIdentityPropagation());
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
