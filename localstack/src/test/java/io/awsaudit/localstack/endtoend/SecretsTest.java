package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Secrets stand wherever an account can hold one, and no file and no output of any run has one of them; nor has any the
 * caller's credentials.
 */
final class SecretsTest {
    private static final Region HOME = Region.US_EAST_1;
    private static final String SESSION_TOKEN = canary("session-token") + "/" + "t".repeat(200);
    private static final String SECRET_KEY = canary("caller-secret-key");
    private static final String MINUTE = "1767225600000";

    /** Each secret by the place where it stands. */
    private static final Map<String, String> PLANTED = new TreeMap<>();

    private static AwsEmulator emulator;

    @TempDir
    private Path folder;

    @BeforeAll
    static void plant() throws IOException, InterruptedException {
        emulator = Emulators.empty();
        PLANTED.put("the caller's secret access key", SECRET_KEY);
        PLANTED.put("the caller's session token", SESSION_TOKEN);
        ec2();
        iam();
        data();
        tags();
        otherServices();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void noSecretLeavesAScanOrWhatIsMadeOfItsSnapshot() throws IOException {
        Program program = program(emulator.endpoint());
        Map<String, String> said = new LinkedHashMap<>();
        said.put(
                "scan",
                everything(program.run(
                        "scan",
                        "-v",
                        "--regions",
                        HOME.id(),
                        "--snapshot",
                        "scan.snapshot",
                        "--include-passed",
                        "--format",
                        "console,json,sarif,html",
                        "--output",
                        "new/scan")));
        assertThat(Findings.of(folder.resolve("new/scan/findings.json")).checksWith("FAIL"))
                .as("the account was read: %s", said)
                .contains(
                        "ec2-instance-imdsv2-required", "iam-user-console-mfa-enabled", "s3-bucket-versioning-enabled");
        said.put(
                "collect",
                everything(program.run("collect", "-v", "--regions", HOME.id(), "--snapshot", "all.snapshot")));
        said.put(
                "evaluate",
                everything(program.run(
                        "evaluate",
                        "-v",
                        "all.snapshot",
                        "--format",
                        "console,json,sarif,html",
                        "--output",
                        "evaluated")));
        said.put("iam-policy", everything(program.run("iam-policy")));
        assertThat(folder.resolve("new/scan/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("evaluated/findings.sarif")).isNotEmptyFile();
        said.putAll(files());
        assertThatNothingHasASecret(said);
        assertThat(said.get("all.snapshot"))
                .as("tags are there, with a word in place of what looks like a secret")
                .contains("(redacted: looks like an AWS access key)", "(redacted: its name says that it is secret)");
        assertThatAllBelongsToItsOwnerAlone();
    }

    @Test
    void noSecretLeavesAScanThatFails() throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("an endpoint that is gone", everything(program(gone()).run("scan", "-v", "--check", "s3-*")));
        HttpServer refusing = refusing();
        try {
            URI address = URI.create("http://127.0.0.1:" + refusing.getAddress().getPort());
            said.put("all denied", everything(program(address).run("scan", "-v", "--check", "s3-*")));
            said.put(
                    "a role that may not be assumed",
                    everything(program(address)
                            .run(
                                    "scan",
                                    "-v",
                                    "--role-arn",
                                    "arn:aws:iam::123456789012:role/none",
                                    "--external-id",
                                    "x")));
        } finally {
            refusing.stop(0);
        }
        said.put("a profile that is not there", everything(program(gone()).run("scan", "-v", "--profile", "none")));
        assertThat(said).allSatisfy((run, text) -> assertThat(text).as(run).contains("exit code 3"));
        said.putAll(files());
        assertThatNothingHasASecret(said);
    }

    private static void ec2() {
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), HOME);
        ec2.runInstances(request -> request.imageId("ami-12345678")
                .instanceType(InstanceType.T3_MICRO)
                .minCount(1)
                .maxCount(1)
                .userData(encoded(planted("an instance's user data"))));
        ec2.createLaunchTemplate(request -> request.launchTemplateName("template")
                .launchTemplateData(data ->
                        data.imageId("ami-12345678").userData(encoded(planted("a launch template's user data")))));
        emulator.client(AutoScalingClient.builder(), HOME)
                .createLaunchConfiguration(request -> request.launchConfigurationName("configuration")
                        .imageId("ami-12345678")
                        .instanceType("t3.micro")
                        .userData(encoded(planted("a launch configuration's user data"))));
        String key = ec2.createKeyPair(request -> request.keyName("pair")).keyMaterial();
        PLANTED.put("a key pair's private key", key.lines().skip(1).findFirst().orElseThrow());
    }

    private static void iam() {
        IamClient iam = emulator.client(IamClient.builder(), Region.AWS_GLOBAL);
        iam.createUser(request -> request.userName("ann"));
        AccessKey key = iam.createAccessKey(request -> request.userName("ann")).accessKey();
        PLANTED.put("a user's secret access key", key.secretAccessKey());
        iam.createLoginProfile(request -> request.userName("ann").password(planted("a user's password")));
        iam.uploadServerCertificate(request -> request.serverCertificateName("certificate")
                .certificateBody("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")
                .privateKey(planted("a server certificate's private key")));
    }

    private static void data() {
        S3Client s3 = emulator.client(S3Client.builder(), HOME);
        s3.createBucket(request -> request.bucket("secrets-data"));
        s3.putObject(
                request -> request.bucket("secrets-data")
                        .key("credentials.txt")
                        .metadata(Map.of("note", planted("an object's metadata"))),
                RequestBody.fromString(planted("an object's content")));
        KmsClient kms = emulator.client(KmsClient.builder(), HOME);
        String keyId = kms.createKey().keyMetadata().keyId();
        kms.encrypt(request -> request.keyId(keyId).plaintext(SdkBytes.fromUtf8String(planted("a KMS plaintext"))));
        RdsClient rds = emulator.client(RdsClient.builder(), HOME);
        rds.createDBInstance(request -> request.dbInstanceIdentifier("database")
                .engine("postgres")
                .dbInstanceClass("db.m7g.large")
                .allocatedStorage(20)
                .masterUsername("postgres")
                .masterUserPassword(planted("a database's master password")));
        rds.createDBCluster(request -> request.dbClusterIdentifier("cluster")
                .engine("aurora-mysql")
                .masterUsername("admin")
                .masterUserPassword(planted("a cluster's master password")));
        DynamoDbClient dynamo = emulator.client(DynamoDbClient.builder(), HOME);
        dynamo.createTable(request -> request.tableName("table")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute -> attribute.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(schema -> schema.attributeName("id").keyType(KeyType.HASH)));
        dynamo.putItem(request ->
                request.tableName("table").item(Map.of("id", AttributeValue.fromS(planted("an item of a table")))));
        CloudWatchLogsClient logs = emulator.client(CloudWatchLogsClient.builder(), HOME);
        logs.createLogGroup(request -> request.logGroupName("group"));
        logs.createLogStream(request -> request.logGroupName("group").logStreamName("stream"));
        logs.putLogEvents(request -> request.logGroupName("group")
                .logStreamName("stream")
                .logEvents(event -> event.timestamp(Long.parseLong(MINUTE)).message(planted("a log event"))));
        SnsClient sns = emulator.client(SnsClient.builder(), HOME);
        String topic = sns.createTopic(request -> request.name("topic")).topicArn();
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("https")
                .endpoint("https://hooks.example.com/" + planted("a subscription's URL")));
    }

    /** Tags hold what people write into them; what has the form or the name of a secret is known for one. */
    private static void tags() {
        String accessKey = "AKIA" + "CANARY7CANARY7XQ";
        String token = "ghp_" + "canary".repeat(6);
        PLANTED.put("an access key in a tag", accessKey);
        PLANTED.put("a token in a tag", token);
        S3Client s3 = emulator.client(S3Client.builder(), HOME);
        s3.putBucketTagging(request -> request.bucket("secrets-data")
                .tagging(tagging -> tagging.tagSet(
                        Tag.builder().key("Deploy").value(accessKey).build(),
                        Tag.builder()
                                .key("db-password")
                                .value(planted("a tag that is called a password"))
                                .build())));
        emulator.client(Ec2Client.builder(), HOME)
                .createVolume(request -> request.availabilityZone("us-east-1a")
                        .size(1)
                        .tagSpecifications(specification -> specification
                                .resourceType(ResourceType.VOLUME)
                                .tags(software.amazon.awssdk.services.ec2.model.Tag.builder()
                                        .key("Name")
                                        .value(token)
                                        .build())));
    }

    /**
     * Services that no collector reads yet, by the requests that an SDK would send. CloudFormation's parameters and outputs
     * are not among them: of moto's requirements the pinned ones leave out what its emulation takes.
     */
    private static void otherServices() throws IOException, InterruptedException {
        for (String type : List.of("String", "SecureString")) {
            json("ssm", "AmazonSSM.PutParameter", """
                    {"Name": "/app/%s", "Type": "%s", "Value": "%s"}
                    """.formatted(
                            type, type, planted("an SSM parameter of type " + type)));
        }
        json("secretsmanager", "secretsmanager.CreateSecret", """
                {"Name": "app", "SecretString": "%s"}
                """.formatted(planted("a Secrets Manager value")));
        json("ecs", "AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition", """
                {"family": "app", "containerDefinitions": [{"name": "app", "image": "app", "memory": 128,
                 "environment": [{"name": "DB_PASSWORD", "value": "%s"}]}]}
                """.formatted(
                        planted("a task definition's environment")));
        json("codebuild", "CodeBuild_20161006.CreateProject", """
                {"name": "build", "source": {"type": "S3", "location": "secrets-data/source.zip"},
                 "artifacts": {"type": "NO_ARTIFACTS"}, "serviceRole": "arn:aws:iam::123456789012:role/build",
                 "environment": {"type": "LINUX_CONTAINER", "image": "i", "computeType": "BUILD_GENERAL1_SMALL",
                  "environmentVariables": [{"name": "TOKEN", "value": "%s", "type": "PLAINTEXT"}]}}
                """.formatted(planted("a CodeBuild variable")));
        emulator.client(IamClient.builder(), Region.AWS_GLOBAL)
                .createRole(request -> request.roleName("function").assumeRolePolicyDocument("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                         "Principal": {"Service": "lambda.amazonaws.com"}}]}
                        """));
        post("lambda", "/2015-03-31/functions", "application/json", Map.of(), """
                {"FunctionName": "function", "Role": "arn:aws:iam::123456789012:role/function", "Runtime": "python3.12",
                 "Handler": "a.b", "Code": {"S3Bucket": "secrets-data", "S3Key": "credentials.txt"},
                 "Environment": {"Variables": {"API_KEY": "%s"}}}
                """.formatted(
                        planted("a function's environment")));
    }

    private static void json(String service, String target, String body) throws IOException, InterruptedException {
        post(service, "/", "application/x-amz-json-1.1", Map.of("X-Amz-Target", target), body);
    }

    private static void post(String service, String path, String type, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(emulator.endpoint().resolve(path))
                .header("Content-Type", type)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", service, answer.body()).isBetween(200, 299);
    }

    private static String planted(String place) {
        String secret = canary(place);
        PLANTED.put(place, secret);
        return secret;
    }

    private static String canary(String place) {
        return "Canary7" + HexFormat.of().toHexDigits(place.hashCode()) + "Qx"
                + HexFormat.of().toHexDigits(~place.hashCode());
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Program program(URI endpoint) {
        return Program.in(folder, emulator)
                .with("AWS_ENDPOINT_URL", endpoint.toString())
                .with("AWS_ACCESS_KEY_ID", "ASIA" + "CALLER7CALLER7XQ")
                .with("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
                .with("AWS_SESSION_TOKEN", SESSION_TOKEN);
    }

    private static String everything(Program.Run run) {
        return run.out() + run.err() + "exit code " + run.exitCode();
    }

    /** {@return every file below the folder as text, by its path; snapshots unpacked} */
    private Map<String, String> files() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : below(folder).filter(Files::isRegularFile).toList()) {
            if (file.toString().endsWith(".html")) {
                texts.put(
                        folder.relativize(file).toString(), ReportPage.of(file).text());
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            boolean packed = bytes.length > 1 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
            texts.put(
                    folder.relativize(file).toString(),
                    new String(
                            packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes,
                            StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static Stream<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList().stream().filter(path -> !path.equals(folder));
        }
    }

    private static void assertThatNothingHasASecret(Map<String, String> said) {
        List<String> leaks = said.entrySet().stream()
                .flatMap(text -> PLANTED.entrySet().stream()
                        .filter(secret -> forms(secret.getValue()).anyMatch(text.getValue()::contains))
                        .map(secret -> secret.getKey() + " in " + text.getKey()))
                .collect(Collectors.toList());
        assertThat(leaks).isEmpty();
    }

    /** As it is, and as it would be encoded; the last characters in Base64 depend on what follows. */
    private static Stream<String> forms(String secret) {
        String base64 = encoded(secret);
        return Stream.of(
                secret,
                base64.substring(0, base64.length() - 4),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertThatAllBelongsToItsOwnerAlone() throws IOException {
        assertThat(List.of("scan.snapshot", "all.snapshot", "new/scan/report.html", "evaluated/findings.json"))
                .allSatisfy(
                        name -> assertThat(permissions(folder.resolve(name))).isEqualTo("rw-------"));
        assertThat(List.of("new", "new/scan", "evaluated"))
                .allSatisfy(
                        name -> assertThat(permissions(folder.resolve(name))).isEqualTo("rwx------"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static URI gone() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    /** Refuses every call, in the form of the protocol that STS speaks. */
    private static HttpServer refusing() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] refusal = """
                <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>No, says the policy</Message>
                </Error><RequestId>1</RequestId></ErrorResponse>
                """.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(403, refusal.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(refusal);
            }
        });
        server.start();
        return server;
    }
}
