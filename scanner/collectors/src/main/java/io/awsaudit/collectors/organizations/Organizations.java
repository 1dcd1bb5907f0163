package io.awsaudit.collectors.organizations;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** The clients that know of organizations, and what they say where there is none. */
final class Organizations {
    static final AwsService<OrganizationsClient> ORGANIZATIONS =
            AwsService.of("organizations", OrganizationsClient::builder);

    /** Knows what an organization does for the root users of its members. */
    static final AwsService<IamClient> IAM = AwsService.of("iam", IamClient::builder);

    /** The account is in no organization. */
    static final String NOT_IN_USE = "AWSOrganizationsNotInUseException";

    /** The most that a page takes. */
    static final int PAGE = 20;

    private Organizations() {}
}
