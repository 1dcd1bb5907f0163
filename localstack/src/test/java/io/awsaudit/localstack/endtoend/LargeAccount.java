package io.awsaudit.localstack.endtoend;

import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.seed.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/**
 * An account of the size of a company: thousands of resources over all regions, and policies as large as AWS takes them.
 *
 * <p>What is the n-th of its kind is named for it, and is in the n-th region, round after round.
 */
final class LargeAccount {
    static final int VOLUMES = 3_000;
    static final int USERS = 1_250;
    static final int ROLES = 1_250;
    static final int BUCKETS = 1_200;
    static final int GROUPS = 500;
    static final int RULES = 60;
    static final int MANAGED_POLICIES = 200;

    /** Every so many of a kind has the largest policy, or is encrypted, or is open to everybody. */
    static final int EACH = 5;

    /** The quotas that AWS counts without white space; a role's trust may be 4,096 characters on request. */
    static final int MANAGED_POLICY_CHARACTERS = 6_144;

    static final int USER_POLICY_CHARACTERS = 2_048;
    static final int ROLE_POLICY_CHARACTERS = 10_240;
    static final int TRUST_CHARACTERS = 4_096;
    static final int BUCKET_POLICY_CHARACTERS = 20_480;

    /** Each rule has a port of its own, from here on. */
    static final int FIRST_PORT = 1;

    private static final int THREADS = 8;
    private static final String PARTNER = "210987654321";
    private static final JsonMapper JSON = new JsonMapper();

    private final AwsEmulator emulator;
    private final List<Region> regions;

    private LargeAccount(AwsEmulator emulator, List<Region> regions) {
        this.emulator = emulator;
        this.regions = regions;
    }

    /** Makes all of it, several things at a time. */
    static void seed(AwsEmulator emulator, List<Region> regions) {
        LargeAccount large = new LargeAccount(emulator, regions);
        new Steps(THREADS)
                .add(VOLUMES, large::volume)
                .add(GROUPS, large::group)
                .add(USERS, large::user)
                .add(ROLES, large::role)
                .add(MANAGED_POLICIES, large::managedPolicy)
                .add(BUCKETS, large::bucket)
                .run();
    }

    static String name(String kind, int number) {
        return "large-%s-%04d".formatted(kind, number);
    }

    static boolean isSpecial(int number) {
        return number % EACH == 0;
    }

    private Region region(int number) {
        return regions.get(number % regions.size());
    }

    private void volume(int number) {
        ec2(number)
                .createVolume(request -> request.availabilityZone(region(number).id() + "a")
                        .size(8)
                        .encrypted(isSpecial(number))
                        .tagSpecifications(tags -> tags.resourceType(ResourceType.VOLUME)
                                .tags(tag -> tag.key("Name").value(name("volume", number)))));
    }

    /** Every so many groups are open to everybody, on a port with each rule. */
    private void group(int number) {
        String id = ec2(number)
                .createSecurityGroup(
                        request -> request.groupName(name("group", number)).description(name("group", number)))
                .groupId();
        List<IpPermission> rules = IntStream.range(0, RULES)
                .mapToObj(rule -> IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(FIRST_PORT + rule)
                        .toPort(FIRST_PORT + rule)
                        .ipRanges(range -> range.cidrIp(isSpecial(number) ? "0.0.0.0/0" : "10.0." + rule + ".0/24"))
                        .build())
                .toList();
        ec2(number).authorizeSecurityGroupIngress(request -> request.groupId(id).ipPermissions(rules));
    }

    private void user(int number) {
        String name = name("user", number);
        iam().createUser(request -> request.userName(name));
        if (isSpecial(number)) {
            iam().putUserPolicy(
                            request -> request.userName(name).policyName("most").policyDocument(userPolicy(number)));
        }
    }

    private void role(int number) {
        String name = name("role", number);
        iam().createRole(request -> request.roleName(name).assumeRolePolicyDocument(trust(number)));
        if (isSpecial(number)) {
            iam().putRolePolicy(
                            request -> request.roleName(name).policyName("most").policyDocument(rolePolicy(number)));
        }
    }

    private void managedPolicy(int number) {
        String name = name("policy", number);
        iam().createPolicy(request -> request.policyName(name).policyDocument(managed(number)));
    }

    private void bucket(int number) {
        String name = name("bucket", number);
        S3Client s3 = emulator.client(S3Client.builder(), region(number));
        s3.createBucket(request -> {
            request.bucket(name);
            if (!region(number).equals(Region.US_EAST_1)) {
                request.createBucketConfiguration(
                        location -> location.locationConstraint(region(number).id()));
            }
        });
        if (isSpecial(number)) {
            s3.putBucketPolicy(request -> request.bucket(name).policy(bucketPolicy(number)));
        }
    }

    private Ec2Client ec2(int number) {
        return emulator.client(Ec2Client.builder(), region(number));
    }

    private IamClient iam() {
        return emulator.client(IamClient.builder(), Region.US_EAST_1);
    }

    static String userPolicy(int number) {
        return reading(USER_POLICY_CHARACTERS, name("user", number));
    }

    static String rolePolicy(int number) {
        return reading(ROLE_POLICY_CHARACTERS, name("role", number));
    }

    static String managed(int number) {
        return reading(MANAGED_POLICY_CHARACTERS, name("policy", number));
    }

    private static String reading(int characters, String bucket) {
        return document(
                characters,
                statement -> Map.of(
                        "Sid",
                        "Folder" + statement,
                        "Effect",
                        "Allow",
                        "Action",
                        List.of("s3:GetObject", "s3:GetObjectVersion"),
                        "Resource",
                        "arn:aws:s3:::" + bucket + "/folder-" + statement + "/*"));
    }

    static String trust(int number) {
        return document(
                isSpecial(number) ? TRUST_CHARACTERS : TRUST_CHARACTERS / 2,
                statement -> Map.of(
                        "Sid",
                        "Partner" + statement,
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("AWS", "arn:aws:iam::" + PARTNER + ":role/partner-" + statement),
                        "Action",
                        "sts:AssumeRole",
                        "Condition",
                        Map.of("StringEquals", Map.of("sts:ExternalId", "partner-" + statement))));
    }

    static String bucketPolicy(int number) {
        String bucket = "arn:aws:s3:::" + name("bucket", number);
        return document(
                BUCKET_POLICY_CHARACTERS,
                statement -> Map.of(
                        "Sid", "Reader" + statement,
                        "Effect", "Allow",
                        "Principal", Map.of("AWS", "arn:aws:iam::" + PARTNER + ":role/reader-" + statement),
                        "Action", List.of("s3:GetObject", "s3:ListBucket"),
                        "Resource", List.of(bucket, bucket + "/team-" + statement + "/*")));
    }

    /** Returns a document of exactly so many characters: statements until no more go in, the last with a longer name. */
    private static String document(int characters, IntFunction<Map<String, Object>> statement) {
        List<Map<String, Object>> statements = new ArrayList<>();
        String text = "";
        String longer = "";
        while (longer.length() <= characters) {
            text = longer;
            statements.add(statement.apply(statements.size()));
            longer = text(statements);
        }
        String more = "x".repeat(characters - text.length());
        int lastName = text.lastIndexOf("\"Sid\":\"") + "\"Sid\":\"".length();
        return text.substring(0, lastName) + more + text.substring(lastName);
    }

    private static String text(List<Map<String, Object>> statements) {
        return JSON.writeValueAsString(Map.of("Version", "2012-10-17", "Statement", statements));
    }

    /** {@return the names of a document's statements, in order} */
    static List<String> statements(String document) {
        return JSON.readTree(document)
                .at("/Statement")
                .valueStream()
                .map(statement -> statement.path("Sid").asString())
                .toList();
    }
}
