package io.awsaudit.collectors.fms;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.fms.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.fms.FmsClient;
import software.amazon.awssdk.services.fms.model.CustomerPolicyStatus;
import software.amazon.awssdk.services.fms.model.EvaluationResult;
import software.amazon.awssdk.services.fms.model.ListPoliciesResponse;
import software.amazon.awssdk.services.fms.model.PolicyComplianceStatus;
import software.amazon.awssdk.services.fms.model.PolicyComplianceStatusType;
import software.amazon.awssdk.services.fms.model.PolicySummary;
import software.amazon.awssdk.services.fms.model.Tag;

/** Reads the policies of Firewall Manager in a region; in accounts that do not administer it there are none. */
final class PolicyCollector implements Collector<Policy> {
    private static final AwsService<FmsClient> FMS = AwsService.of("fms", FmsClient::builder);
    private static final int PAGE = 100;
    private static final Operation LIST = Operation.of("fms:ListPolicies").pages(PAGE);
    private static final Detail COMPLIANCE = Detail.of(Policy.class, "violators", "fms:ListComplianceStatus");
    private static final Detail TAGS = Detail.of(Policy.class, "tags", "fms:ListTagsForResource");

    private static final String REFUSAL = "AccessDeniedException";

    /**
     * What Firewall Manager says to those that do not administer it, in the words in which it tells them from those that IAM
     * refuses: the code is the same.
     */
    private static final List<String> NOT_ADMINISTERED =
            List.of("No default admin could be found", "only available to AWS Firewall Manager Administrators");

    @Override
    public Set<Class<? extends Policy>> yields() {
        return Set.of(Policy.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(COMPLIANCE, TAGS);
    }

    @Override
    public Stream<Policy> collect(Reads reads) {
        FmsClient fms = reads.client(FMS);
        return reads.each(
                Policy.class,
                reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> list(fms, token),
                                ListPoliciesResponse::policyList,
                                ListPoliciesResponse::nextToken)),
                policy -> new Arn(policy.policyArn()),
                policy -> read(policy, fms, reads));
    }

    private static ListPoliciesResponse list(FmsClient fms, @Nullable String token) {
        try {
            return fms.listPolicies(request -> request.maxResults(PAGE).nextToken(token));
        } catch (AwsServiceException e) {
            if (isOfNoAdministrator(e.awsErrorDetails())) {
                return ListPoliciesResponse.builder().build();
            }
            throw e;
        }
    }

    private static boolean isOfNoAdministrator(@Nullable AwsErrorDetails error) {
        return error != null
                && REFUSAL.equals(error.errorCode())
                && error.errorMessage() != null
                && NOT_ADMINISTERED.stream().anyMatch(error.errorMessage()::contains);
    }

    private static Policy read(PolicySummary policy, FmsClient fms, Reads reads) {
        Arn arn = new Arn(policy.policyArn());
        return new Policy(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        policy.policyName(),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, fms))),
                Answers.sent(policy.securityServiceTypeAsString(), "SecurityServiceType"),
                Boolean.TRUE.equals(policy.remediationEnabled()),
                policy.policyStatus() == CustomerPolicyStatus.OUT_OF_ADMIN_SCOPE,
                reads.observe(COMPLIANCE, arn, () -> violators(policy.policyId(), fms)));
    }

    /** For each account it counts the resources that keep the policy apart from those that do not. */
    private static List<String> violators(String policy, FmsClient fms) {
        return fms
                .listComplianceStatusPaginator(
                        request -> request.policyId(policy).maxResults(PAGE))
                .stream()
                .flatMap(page -> page.policyComplianceStatusList().stream())
                .filter(account -> account.evaluationResults().stream().anyMatch(PolicyCollector::isViolation))
                .map(PolicyComplianceStatus::memberAccount)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isViolation(EvaluationResult result) {
        return result.complianceStatus() == PolicyComplianceStatusType.NON_COMPLIANT
                && Optional.ofNullable(result.violatorCount()).orElse(1L) > 0;
    }

    private static Map<String, String> tagsOf(Arn arn, FmsClient fms) {
        return fms.listTagsForResource(request -> request.resourceArn(arn.value())).tagList().stream()
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }
}
