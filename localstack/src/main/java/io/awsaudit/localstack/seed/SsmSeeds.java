package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DocumentPermissionType;
import software.amazon.awssdk.services.ssm.model.DocumentType;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.Tag;

/** Documents and parameters of Systems Manager. Of managed instances, compliance and settings moto knows nothing. */
final class SsmSeeds implements Seeds {
    private static final String CONTENT = """
            {"schemaVersion": "2.2", "description": "Says nothing", "mainSteps":
            [{"action": "aws:runShellScript", "name": "nothing", "inputs": {"runCommand": ["true"]}}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        SsmClient ssm = account.client(SsmClient.builder());
        document(ssm, "insecure-public");
        ssm.modifyDocumentPermission(request -> request.name("insecure-public")
                .permissionType(DocumentPermissionType.SHARE)
                .accountIdsToAdd("all"));
        parameter(ssm, "/insecure/password", ParameterType.STRING, "hunter" + 2);
        parameter(ssm, "/insecure/url", ParameterType.STRING, "postgres://app:hunter" + 2 + "@db/orders");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        SsmClient ssm = account.client(SsmClient.builder());
        document(ssm, "hardened-document");
        parameter(ssm, "/hardened/stage", ParameterType.STRING, "prod");
        ssm.putParameter(request -> request.name("/hardened/password")
                .type(ParameterType.SECURE_STRING)
                .keyId(KmsSeeds.hardenedKey(account))
                .value("hunter" + 2)
                .tags(owner()));
    }

    private static void document(SsmClient ssm, String name) {
        ssm.createDocument(request -> request.name(name)
                .documentType(DocumentType.COMMAND)
                .content(CONTENT)
                .tags(owner()));
    }

    private static void parameter(SsmClient ssm, String name, ParameterType type, String value) {
        ssm.putParameter(request -> request.name(name).type(type).value(value).tags(owner()));
    }

    private static Tag owner() {
        return Tag.builder().key("Owner").value("data").build();
    }
}
