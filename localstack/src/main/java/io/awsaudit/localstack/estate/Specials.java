package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.cloudwatch.Metric;
import io.awsaudit.inventory.ec2.VpcEndpoint;
import io.awsaudit.inventory.iam.InlinePolicy;
import io.awsaudit.inventory.s3.Logging;
import io.awsaudit.rules.monitoring.EventTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What no template says of a single resource: how those of a VPC share its subnets, or which alarm watches which filter. */
final class Specials {
    /** The filters that see what the CIS benchmark asks to be heard of, one a topic, on the log group of the trail. */
    static final List<String> FILTERS = filters();

    /** What the endpoints of a VPC lead to, the gateways first. */
    private static final List<String> ENDPOINTS =
            List.of("s3", "dynamodb", "ec2", "ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents", "logs");

    private static final int GATEWAYS = 2;

    private static final double UNATTACHED = 0.1;

    interface Special extends BiFunction<Site, Object, Object> {}

    private final Map<String, Kind> byName;
    private final Map<String, Special> all = new HashMap<>();

    Specials(Map<String, Kind> byName) {
        this.byName = byName;
        network();
        monitoring();
        storage();
        all.put(
                "AWS::ApplicationAutoScaling::ScalableTarget resourceId",
                (site, usual) -> one(site, "AWS::DynamoDB::Table")
                        .map(table -> "table/" + table.lastSegment())
                        .orElse((String) usual));
        all.put(
                "AWS::ApplicationAutoScaling::ScalableTarget dimension",
                (site, usual) -> (site.inNetwork() & 1) == 0 ? usual : "dynamodb:table:WriteCapacityUnits");
        all.put(
                "AWS::Backup::ProtectedResource resource",
                (site, usual) -> one(site, "AWS::DynamoDB::Table").orElse((Arn) usual));
        all.put(
                "AWS::IAM::ManagedPolicy document",
                (site, usual) -> site.chance(6) < 0.8 ? Observed.known(Policies.of(site)) : usual);
        all.put(
                "AWS::IAM::Role inlinePolicies",
                (site, usual) -> site.chance(6) < 0.4
                        ? Observed.known(List.of(new InlinePolicy("access", Policies.of(site))))
                        : usual);
    }

    private void network() {
        String subnets = "AWS::EC2::Subnet";
        all.put(
                "AWS::EC2::Subnet availabilityZone",
                (site, usual) -> site.regionName() + "abc".charAt(site.inNetwork() % 3));
        all.put("AWS::EC2::NetworkAcl isDefault", (site, usual) -> site.inNetwork() == 0);
        all.put(
                "AWS::EC2::NetworkAcl subnets",
                (site, usual) -> share(site, subnets, site.fellows(), site.inNetwork()));
        all.put("AWS::EC2::RouteTable main", (site, usual) -> site.inNetwork() == 0);
        all.put(
                "AWS::EC2::RouteTable subnets",
                (site, usual) -> site.inNetwork() == 0
                        ? List.of()
                        : share(site, subnets, site.fellows() - 1, site.inNetwork() - 1));
        all.put(
                "AWS::EC2::VPCEndpoint endpointType",
                (site, usual) -> site.inNetwork() < GATEWAYS ? usual : VpcEndpoint.Type.INTERFACE);
        all.put(
                "AWS::EC2::VPCEndpoint serviceName",
                (site, usual) -> "com.amazonaws." + site.regionName() + "."
                        + ENDPOINTS.get(site.inNetwork() % ENDPOINTS.size()));
        all.put("AWS::EC2::VPC isDefault", (site, usual) -> site.index() == 0);
        all.put("AWS::EC2::SecurityGroup groupName", (site, usual) -> site.inNetwork() == 0 ? "default" : site.name());
        all.put(
                "AWS::EC2::Instance networkInterfaces",
                (site, usual) ->
                        one(site, "AWS::EC2::NetworkInterface").stream().toList());
        all.put(
                "AWS::EC2::Instance volumes",
                (site, usual) -> ((List<?>) usual).isEmpty()
                        ? usual
                        : share(site, "AWS::EC2::Volume", site.fellows(), site.inNetwork()));
        all.put("AWS::EC2::NetworkInterface instance", (site, usual) -> owner(site, "AWS::EC2::Instance"));
        all.put(
                "AWS::EC2::Volume instances",
                (site, usual) -> site.chance(6) < UNATTACHED
                        ? List.of()
                        : one(site, "AWS::EC2::Instance").stream().toList());
        for (String type : byName.keySet()) {
            all.putIfAbsent(
                    type + " subnets",
                    (site, usual) ->
                            usual instanceof List<?> list && list.isEmpty() ? several(site, subnets, 2) : usual);
            all.putIfAbsent(
                    type + " securityGroups",
                    (site, usual) -> usual instanceof List<?> list && list.isEmpty() && site.chance(7) < 0.7
                            ? several(site, "AWS::EC2::SecurityGroup", 1)
                            : usual);
        }
    }

    private void monitoring() {
        all.put(
                "AWS::Logs::MetricFilter logGroup",
                (site, usual) -> one(site, "AWS::Logs::LogGroup").orElse((Arn) usual));
        all.put(
                "AWS::Logs::MetricFilter filterPattern",
                (site, usual) -> watched(site) ? FILTERS.get(site.index()) : "{ $.level = \"ERROR\" }");
        all.put("AWS::Logs::MetricFilter fieldSelectionCriteria", (site, usual) -> Optional.empty());
        all.put("AWS::Logs::MetricFilter metrics", (site, usual) -> List.of(metric(site)));
        all.put(
                "AWS::CloudWatch::Alarm metric",
                (site, usual) -> Optional.of(
                        site.index() < byName("AWS::Logs::MetricFilter", site)
                                ? metric(site)
                                : new Metric(
                                        "AWS/EC2",
                                        "CPUUtilization",
                                        one(site, "AWS::EC2::Instance")
                                                .map(instance -> Map.of("InstanceId", instance.lastSegment()))
                                                .orElse(Map.of()))));
    }

    private int byName(String type, Site site) {
        return site.account().count(java.util.Objects.requireNonNull(byName.get(type)), site.region());
    }

    /** Each account lacks one of the filters, another than its neighbours do. */
    private static boolean watched(Site filter) {
        return filter.region() == 0
                && filter.index() < FILTERS.size()
                && filter.index() != Long.parseLong(filter.accountId()) % FILTERS.size();
    }

    private static Metric metric(Site site) {
        return new Metric("Audit", "Events-" + site.index(), Map.of());
    }

    private void storage() {
        all.put(
                "AWS::CloudFront::OriginAccessControl id",
                (site, usual) -> site.arn().lastSegment());
        all.put(
                "AWS::S3::Bucket logging",
                (site, usual) -> usual instanceof Observed.Known<?> known
                                && known.value() instanceof Logging logging
                                && logging.isOn()
                        ? Observed.known(new Logging(
                                Optional.of(
                                        new Site(site.account(), site.kind(), site.region(), site.index() % 3).name()),
                                logging.prefix()))
                        : usual);
    }

    private Optional<Arn> one(Site site, String type) {
        return site.account()
                .related(site, java.util.Objects.requireNonNull(byName.get(type)), 0)
                .map(Site::arn);
    }

    /** What is the only one with an owner: those beyond the number of owners have none. */
    private Optional<Arn> owner(Site site, String type) {
        return one(site, type).filter(any -> site.index() < byName(type, site));
    }

    private List<Arn> several(Site site, String type, int many) {
        List<Arn> arns = new ArrayList<>();
        for (int more = 0; more < many; more++) {
            site.account()
                    .related(site, java.util.Objects.requireNonNull(byName.get(type)), more)
                    .map(Site::arn)
                    .filter(arn -> !arns.contains(arn))
                    .ifPresent(arns::add);
        }
        return arns;
    }

    private List<Arn> share(Site site, String type, int sharers, int place) {
        return sharers == 0
                ? List.of()
                : site
                        .account()
                        .share(site, java.util.Objects.requireNonNull(byName.get(type)), sharers, place)
                        .stream()
                        .map(Site::arn)
                        .toList();
    }

    /** {@return what a property becomes that would be {@code usual}, for properties that no template knows} */
    Special of(Kind kind, String property) {
        return all.getOrDefault(kind.name() + " " + property, (site, usual) -> usual);
    }

    private static List<String> filters() {
        return EventTopic.all().stream()
                .map(topic -> topic.samples().values().stream()
                        .flatMap(byCaller -> byCaller.values().stream())
                        .map(event ->
                                "($.eventSource = " + event.path("eventSource").asString("") + " && $.eventName = "
                                        + event.path("eventName").asString("") + ")")
                        .distinct()
                        .collect(java.util.stream.Collectors.joining(" || ", "{ ", " }")))
                .toList();
    }
}
