package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.EncryptionType;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.ScanFrequency;
import software.amazon.awssdk.services.ecr.model.ScanType;
import software.amazon.awssdk.services.ecr.model.ScanningRepositoryFilterType;

/** Repositories of images, all without any. In the insecure account the registry scans some of them only. */
final class EcrSeeds implements Seeds {
    /** Of another account, and so of a customer. */
    private static final String KEY = "arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static final String EXPIRE_UNTAGGED = """
            {"rules": [{"rulePriority": 1, "selection": {"tagStatus": "untagged", "countType": "sinceImagePushed",
            "countUnit": "days", "countNumber": 14}, "action": {"type": "expire"}}]}""";
    private static final String PULLED_BY_ANYBODY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Anybody", "Effect": "Allow", "Principal": "*",
            "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]}]}""";
    private static final String PULLED_BY_OWN_ACCOUNT = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Own", "Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::%s:root"}, "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]}]}""";
    private static final String REGISTRY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "%s", "Effect": "Allow", "Principal": {"AWS": "%s"},
            "Action": ["ecr:ReplicateImage"], "Resource": ["arn:aws:ecr:us-east-1:%s:repository/*"]}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        EcrClient ecr = account.client(EcrClient.builder());
        tidy(
                ecr,
                repository(
                        ecr, request("scanned/insecure-mutable", KEY).imageTagMutability(ImageTagMutability.MUTABLE)));
        tidy(ecr, repository(ecr, request("insecure-unscanned", KEY)));
        repository(ecr, request("scanned/insecure-without-lifecycle", KEY));
        String open = repository(ecr, request("scanned/insecure-public", KEY));
        tidy(ecr, open);
        ecr.setRepositoryPolicy(request -> request.repositoryName(open).policyText(PULLED_BY_ANYBODY));
        tidy(
                ecr,
                repository(
                        ecr,
                        CreateRepositoryRequest.builder()
                                .repositoryName("scanned/insecure-without-key")
                                .imageTagMutability(ImageTagMutability.IMMUTABLE)));
        scan(ecr, "scanned/*");
        ecr.putRegistryPolicy(request -> request.policyText(REGISTRY.formatted("Anybody", "*", account.id())));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        EcrClient ecr = account.client(EcrClient.builder());
        String repository = repository(
                ecr,
                request("hardened-repository", KmsSeeds.hardenedKey(account))
                        .tags(tag -> tag.key("Owner").value("team")));
        tidy(ecr, repository);
        ecr.setRepositoryPolicy(request ->
                request.repositoryName(repository).policyText(PULLED_BY_OWN_ACCOUNT.formatted(account.id())));
        scan(ecr, "*");
        ecr.putRegistryPolicy(request ->
                request.policyText(REGISTRY.formatted("Replication", "arn:aws:iam::444455556666:root", account.id())));
    }

    private static CreateRepositoryRequest.Builder request(String name, String key) {
        return CreateRepositoryRequest.builder()
                .repositoryName(name)
                .imageTagMutability(ImageTagMutability.IMMUTABLE)
                .imageScanningConfiguration(scanning -> scanning.scanOnPush(false))
                .encryptionConfiguration(encryption ->
                        encryption.encryptionType(EncryptionType.KMS).kmsKey(key));
    }

    private static String repository(EcrClient ecr, CreateRepositoryRequest.Builder request) {
        return ecr.createRepository(request.build()).repository().repositoryName();
    }

    private static void tidy(EcrClient ecr, String repository) {
        ecr.putLifecyclePolicy(request -> request.repositoryName(repository).lifecyclePolicyText(EXPIRE_UNTAGGED));
    }

    private static void scan(EcrClient ecr, String repositories) {
        ecr.putRegistryScanningConfiguration(request -> request.scanType(ScanType.BASIC)
                .rules(rule -> rule.scanFrequency(ScanFrequency.SCAN_ON_PUSH)
                        .repositoryFilters(filter ->
                                filter.filter(repositories).filterType(ScanningRepositoryFilterType.WILDCARD))));
    }
}
