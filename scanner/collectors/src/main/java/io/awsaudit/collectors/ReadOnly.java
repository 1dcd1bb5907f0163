package io.awsaudit.collectors;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Stands before every call of every client: refuses what is not a read, what returns secrets, and what no collector
 * declares; counts what was answered. Parameters may be read where the call says that none is to be decrypted.
 */
final class ReadOnly implements ExecutionInterceptor {
    private static final Pattern READS = Pattern.compile("(Get|List|Describe|BatchGet|Lookup|Search|Head)\\p{Upper}.*");
    /** Makes AWS compile a report of the account; changes nothing in it. */
    private static final String CREDENTIAL_REPORT = "GenerateCredentialReport";

    private static final Set<String> SECRET = Set.of(
            "GetSecretValue",
            "BatchGetSecretValue",
            "BatchGetTraces",
            "GetActivityTask",
            "GetExecutionHistory",
            "GetGraphqlApiEnvironmentVariables",
            "GetRecords",
            "ListApiKeys",
            "GetParameter",
            "GetParametersByPath",
            "GetParameterHistory",
            "GetPasswordData",
            "GetAuthorizationToken",
            "GetLoginPassword",
            "GetSessionToken",
            "GetFederationToken",
            "GetObject",
            "DescribeChapCredentials",
            "GetInstanceAccessDetails",
            "GetRandomPassword",
            "GetRelationalDatabaseMasterUserPassword",
            "GetClusterCredentials",
            "GetBlob",
            "GetFile",
            "GetJobDetails",
            "GetPackageVersionAsset",
            "GetThirdPartyJobDetails",
            "GetCredentials",
            "GetIdentityCenterAuthToken",
            "GetAccessKeyInfo",
            "GetCredentialsForIdentity",
            "GetOpenIdToken",
            "GetConnectionPassword",
            "GetCloudFrontOriginAccessIdentity",
            "DescribeUserPoolClient",
            "GetOpenIdTokenForDeveloperIdentity",
            "GetId");

    /** Returns values that are encrypted only if it is asked to decrypt them; only with a refusal of that is it harmless. */
    private static final String PARAMETERS = "GetParameters";

    private static final String DECRYPTION = "WithDecryption";

    private final Set<String> declared;
    private final BiConsumer<String, String> answered;
    private final String prefix;

    /**
     * @param declared ids of operations
     * @param answered told the region and id of each call that AWS answered
     */
    ReadOnly(String prefix, Set<String> declared, BiConsumer<String, String> answered) {
        this.prefix = prefix;
        this.declared = declared;
        this.answered = answered;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String name = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!isRead(name) || name.equals(PARAMETERS) && !refusesDecryption(context.request())) {
            throw new IllegalStateException("Refused to call " + prefix + ":" + name + ": it is not a harmless read");
        }
        if (!declared.contains(prefix + ":" + name)) {
            throw new IllegalStateException("Refused to call " + prefix + ":" + name + ": no collector declares it");
        }
    }

    private static boolean refusesDecryption(SdkRequest request) {
        return request.getValueForField(DECRYPTION, Boolean.class)
                .filter(Boolean.FALSE::equals)
                .isPresent();
    }

    static boolean isRead(String operation) {
        return !SECRET.contains(operation)
                && (READS.matcher(operation).matches() || operation.equals(CREDENTIAL_REPORT));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var region = attributes.getAttribute(software.amazon.awssdk.awscore.AwsExecutionAttribute.AWS_REGION);
        answered.accept(
                region == null ? "" : region.id(),
                prefix + ":" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
}
