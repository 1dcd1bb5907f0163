package io.awsaudit.collectors.servicequotas;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.servicequotas.Quotas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/**
 * Reads the quotas of a region that checks ask about: those of VPC, of which there are several, with one listing, and the one
 * of EC2, which has hundreds, by itself. Which code stands for what AWS says in the console of Service Quotas.
 */
final class QuotasCollector implements Collector<Quotas> {
    private static final AwsService<ServiceQuotasClient> CLIENT =
            AwsService.of("servicequotas", ServiceQuotasClient::builder);
    private static final String LIST = "servicequotas:ListServiceQuotas";
    private static final int PAGE = 100;

    private static final String VPC = "vpc";
    private static final String VPCS_CODE = "L-F678F1CE";
    private static final String INTERNET_GATEWAYS_CODE = "L-A4707A72";
    private static final String SECURITY_GROUPS_CODE = "L-E79EC296";
    private static final String NETWORK_INTERFACES_CODE = "L-DF5E4CA3";
    private static final String SUBNETS_PER_VPC_CODE = "L-407747CB";

    private static final String EC2 = "ec2";
    private static final String ADDRESSES_CODE = "L-0263D0A3";

    private static final Detail ADDRESSES = Detail.of(Quotas.class, "addresses", "servicequotas:GetServiceQuota");
    private static final Detail INTERNET_GATEWAYS = Detail.of(Quotas.class, "internetGateways", LIST);
    private static final Detail NETWORK_INTERFACES = Detail.of(Quotas.class, "networkInterfaces", LIST);
    private static final Detail SECURITY_GROUPS = Detail.of(Quotas.class, "securityGroups", LIST);
    private static final Detail SUBNETS_PER_VPC = Detail.of(Quotas.class, "subnetsPerVpc", LIST);
    private static final Detail VPCS = Detail.of(Quotas.class, "vpcs", LIST);

    @Override
    public Set<Class<? extends Quotas>> yields() {
        return Set.of(Quotas.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(ADDRESSES, INTERNET_GATEWAYS, NETWORK_INTERFACES, SECURITY_GROUPS, SUBNETS_PER_VPC, VPCS);
    }

    @Override
    public Stream<Quotas> collect(Reads reads) {
        ServiceQuotasClient quotas = reads.client(CLIENT);
        Arn arn = reads.arn("servicequotas", "quotas");
        Supplier<Map<String, Long>> ofVpc = new Once<>(() -> ofVpc(quotas));
        return Stream.of(new Quotas(
                Identity.untagged(arn, reads.account(), reads.region(), reads.region()),
                reads.observe(ADDRESSES, arn, () -> addresses(quotas)),
                listed(VPCS, VPCS_CODE, ofVpc, arn, reads),
                listed(INTERNET_GATEWAYS, INTERNET_GATEWAYS_CODE, ofVpc, arn, reads),
                listed(SECURITY_GROUPS, SECURITY_GROUPS_CODE, ofVpc, arn, reads),
                listed(NETWORK_INTERFACES, NETWORK_INTERFACES_CODE, ofVpc, arn, reads),
                listed(SUBNETS_PER_VPC, SUBNETS_PER_VPC_CODE, ofVpc, arn, reads)));
    }

    /** A quota that the listing leaves out has no applied value that AWS would tell, and stays unknown. */
    private static Observed<Long> listed(
            Detail detail, String code, Supplier<Map<String, Long>> quotas, Arn arn, Reads reads) {
        return reads.observe(detail, arn, () -> value(quotas.get(), code));
    }

    private static @Nullable Long value(Map<String, Long> quotas, String code) {
        return quotas.get(code);
    }

    private static Map<String, Long> ofVpc(ServiceQuotasClient client) {
        Map<String, Long> quotas = new HashMap<>();
        client.listServiceQuotasPaginator(request -> request.serviceCode(VPC).maxResults(PAGE))
                .quotas()
                .forEach(quota -> valueOf(quota, quotas));
        return quotas;
    }

    /** AWS may send an error in place of a value. */
    private static void valueOf(ServiceQuota quota, Map<String, Long> quotas) {
        if (quota.value() != null && quota.errorReason() == null) {
            quotas.put(quota.quotaCode(), quota.value().longValue());
        }
    }

    private static Long addresses(ServiceQuotasClient client) {
        ServiceQuota quota = client.getServiceQuota(
                        request -> request.serviceCode(EC2).quotaCode(ADDRESSES_CODE))
                .quota();
        return Answers.sent(Answers.sent(quota, "Quota").value(), "Quota.Value").longValue();
    }
}
