package io.awsaudit.collectors.organizations;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.organizations.Organization;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;

/** Reads the organization, which every member may ask about, and how it is run, which is for those who run it. */
final class OrganizationCollector implements Collector<Organization> {
    private static final Operation DESCRIBE = Operation.of("organizations:DescribeOrganization");
    private static final Detail ROOT_FEATURES =
            Detail.of(Organization.class, "rootFeatures", "iam:ListOrganizationsFeatures");
    private static final Detail ADMINISTRATORS =
            Detail.of(Organization.class, "delegatedAdministrators", "organizations:ListDelegatedAdministrators");
    private static final Detail DELEGATION =
            Detail.of(Organization.class, "delegationPolicy", "organizations:DescribeResourcePolicy");

    @Override
    public Set<Class<? extends Organization>> yields() {
        return Set.of(Organization.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(ROOT_FEATURES, ADMINISTRATORS, DELEGATION);
    }

    @Override
    public Stream<Organization> collect(Reads reads) {
        OrganizationsClient client = reads.client(Organizations.ORGANIZATIONS);
        return reads
                .list(
                        DESCRIBE,
                        () -> Answers.orIfAbsent(
                                () -> Optional.of(Answers.sent(
                                        client.describeOrganization(request -> {})
                                                .organization(),
                                        "Organization")),
                                Optional.<software.amazon.awssdk.services.organizations.model.Organization>empty(),
                                Organizations.NOT_IN_USE))
                .stream()
                .map(organization -> read(organization, client, reads));
    }

    private static Organization read(
            software.amazon.awssdk.services.organizations.model.Organization organization,
            OrganizationsClient client,
            Reads reads) {
        Arn arn = new Arn(organization.arn());
        return new Organization(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, organization.id()),
                organization.masterAccountId(),
                new Organization.FeatureSet(organization.featureSetAsString()),
                reads.observe(ROOT_FEATURES, arn, () -> rootFeatures(reads.client(Organizations.IAM))),
                reads.observe(
                        ADMINISTRATORS,
                        arn,
                        () -> client
                                .listDelegatedAdministratorsPaginator(request -> request.maxResults(Organizations.PAGE))
                                .stream()
                                .flatMap(page -> page.delegatedAdministrators().stream())
                                .map(DelegatedAdministrator::id)
                                .toList()),
                reads.observe(DELEGATION, arn, () -> delegation(client)));
    }

    /** IAM refuses to answer where the organization never let it in, or governs nothing: nothing is on there. */
    private static List<String> rootFeatures(IamClient iam) {
        return Answers.orIfAbsent(
                () -> iam.listOrganizationsFeatures(request -> {}).enabledFeaturesAsStrings(),
                List.of(),
                "ServiceAccessNotEnabled",
                "ServiceAccessNotEnabledException",
                "OrganizationNotInAllFeaturesMode",
                "OrganizationNotInAllFeaturesModeException");
    }

    private static Policy delegation(OrganizationsClient client) {
        return Answers.orIfAbsent(
                        () -> Optional.of(Answers.sent(
                                client.describeResourcePolicy(request -> {})
                                        .resourcePolicy()
                                        .content(),
                                "Content")),
                        Optional.<String>empty(),
                        "ResourcePolicyNotFoundException")
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }
}
