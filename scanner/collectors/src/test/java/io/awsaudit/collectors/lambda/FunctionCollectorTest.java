package io.awsaudit.collectors.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.lambda.Function;
import io.awsaudit.inventory.lambda.Function.PackageType;
import io.awsaudit.inventory.lambda.Function.TracingMode;
import io.awsaudit.inventory.lambda.Function.Url;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of functions, with AWS's documented responses. It lists no function URLs at all. */
class FunctionCollectorTest {
    private static final String LIST = "GET /2015-03-31/functions";
    private static final String POLICY = "/functions/f/policy";
    private static final String URLS = "/functions/f/urls";
    private static final String EVENTS = "/functions/f/event-invoke-config/list";
    private static final String TAGS = "/2017-03-31/tags/";
    private static final String HOOK = "https://app:hunter2" + "@example.com/";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"Functions\":[" + function("f", "") + "],\"NextMarker\":\"more\"}")
                .json("Marker=more", "{\"Functions\":[" + function("g", "") + "]}")) {
            assertThat(aws.collect(Function.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("f", "g");
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = listed("")
                .answer(
                        POLICY,
                        404,
                        "application/json",
                        "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"The resource you requested does not exist.\"}")
                .json(URLS, "{\"FunctionUrlConfigs\":[]}")
                .json(EVENTS, "{\"FunctionEventInvokeConfigs\":[]}")
                .json(TAGS, "{\"Tags\":{}}")) {
            Function function = only(aws);
            assertThat(function.policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(function.urls().knownToBe(List.of())).isTrue();
            assertThat(function.failureDestinations().knownToBe(List.of())).isTrue();
            assertThat(function.tags().knownToBe(Map.of())).isTrue();
            assertThat(function.environmentSecrets().knownToBe(List.of())).isTrue();
            assertThat(function.hasEnvironment()).isFalse();
            assertThat(function.isInVpc()).isFalse();
            assertThat(function.tracingMode()).isEqualTo(TracingMode.PASS_THROUGH);
            assertThat(function.packageType()).isEqualTo(PackageType.ZIP);
            assertThat(function.architecture()).isEqualTo("x86_64");
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = listed("""
                        ,"Runtime":"python3.13","PackageType":"Zip","Architectures":["arm64"],"KMSKeyArn":"arn:aws:kms:us-east-1:111122223333:key/1",
                        "DeadLetterConfig":{"TargetArn":"arn:aws:sqs:us-east-1:111122223333:dead"},"TracingConfig":{"Mode":"Active"},
                        "VpcConfig":{"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"],"VpcId":"vpc-1"},
                        "Environment":{"Variables":{"HOOK":"%s","LEVEL":"debug"}}""".formatted(HOOK))
                .json(
                        URLS,
                        "{\"FunctionUrlConfigs\":[{\"FunctionUrl\":\"https://u/\",\"AuthType\":\"NONE\"}],\"NextMarker\":\"two\"}")
                .json(
                        "Marker=two",
                        "{\"FunctionUrlConfigs\":[{\"FunctionUrl\":\"https://v/\",\"AuthType\":\"AWS_IAM\"}]}")
                .json(
                        EVENTS,
                        "{\"FunctionEventInvokeConfigs\":[{\"DestinationConfig\":{\"OnSuccess\":{},\"OnFailure\":{\"Destination\":\"arn:aws:sqs:us-east-1:111122223333:q\"}}}]}")
                .json(POLICY, """
                        {"Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\
                        \\"Principal\\":\\"*\\",\\"Action\\":\\"lambda:InvokeFunction\\",\\"Resource\\":\\"*\\"}]}"}""")
                .json(TAGS, "{\"Tags\":{\"Owner\":\"team\"}}")) {
            Function function = only(aws);
            assertThat(function.urls().asOptional().orElseThrow())
                    .containsExactly(
                            new Url("https://u/", Url.AuthType.NONE), new Url("https://v/", Url.AuthType.AWS_IAM));
            assertThat(function.failureDestinations()
                            .knownToBe(List.of(new Arn("arn:aws:sqs:us-east-1:111122223333:q"))))
                    .isTrue();
            assertThat(function.publicStatements()).containsExactly("Open");
            assertThat(function.architecture()).isEqualTo("arm64");
            assertThat(function.environmentSecrets()
                            .knownToBe(List.of(new Secret("HOOK", "looks like a URL with a password"))))
                    .isTrue();
            assertThat(function.toString()).doesNotContain("hunter2", "debug");
            assertThat(function.edges())
                    .extracting(edge -> edge.to().value())
                    .contains(
                            "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                            "arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                            "arn:aws:sqs:us-east-1:111122223333:dead",
                            "arn:aws:kms:us-east-1:111122223333:key/1");
        }
    }

    @Test
    void anEnvironmentThatTheCallerMayNotDecryptIsUnknown() {
        try (CannedAws aws = listed(
                ",\"Environment\":{\"Error\":{\"ErrorCode\":\"AccessDeniedException\",\"Message\":\"Lambda was unable to decrypt\"}}")) {
            Function function = only(aws);
            assertThat(function.hasEnvironment()).isTrue();
            assertThat(function.environmentSecrets().unknownBecause().flatMap(Gap::action))
                    .hasValue("kms:Decrypt");
        }
    }

    @Test
    void aUrlWithoutAnAuthTypeIsUnknown() {
        try (CannedAws aws = listed("").json(URLS, "{\"FunctionUrlConfigs\":[{\"FunctionUrl\":\"https://u/\"}]}")) {
            assertThat(only(aws).urls()).isInstanceOf(Observed.Unknown.class);
        }
    }

    private static CannedAws listed(String more) {
        return new CannedAws().json(LIST, "{\"Functions\":[" + function("f", more) + "]}");
    }

    private static Function only(CannedAws aws) {
        return (Function) aws.collect(Function.class).resources().get(0);
    }

    private static String function(String name, String more) {
        return """
                {"FunctionName":"%s","FunctionArn":"arn:aws:lambda:us-east-1:111122223333:function:%s",
                "Role":"arn:aws:iam::111122223333:role/r","Version":"$LATEST"%s}""".formatted(name, name, more);
    }
}
