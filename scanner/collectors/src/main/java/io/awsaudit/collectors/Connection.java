package io.awsaudit.collectors;

import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** An account that answers: who we are, where we may look, and with which credentials. */
public final class Connection {
    private static final Operation GET_CALLER_IDENTITY =
            Operation.of("sts:GetCallerIdentity").needing();
    private static final Operation DESCRIBE_REGIONS = Operation.of("ec2:DescribeRegions");

    /** The operations that opening a connection calls. */
    static final List<Operation> OPERATIONS = List.of(GET_CALLER_IDENTITY, DESCRIBE_REGIONS);

    private static final AwsService<StsClient> STS = AwsService.of("sts", StsClient::builder);
    private static final AwsService<Ec2Client> EC2 = AwsService.of("ec2", Ec2Client::builder);

    private final ConnectionSettings settings;
    private final AwsCredentialsProvider credentials;
    /** With the connections that opening left; the first collection takes it over, and a further one makes its own. */
    private final AtomicReference<@Nullable SdkHttpClient> opened;

    private final Arn caller;
    private final String account;
    private final String partition;
    private final List<String> enabledRegions;

    private Connection(
            ConnectionSettings settings,
            AwsCredentialsProvider credentials,
            SdkHttpClient http,
            Arn caller,
            String account,
            String partition,
            List<String> enabledRegions) {
        this.settings = settings;
        this.credentials = credentials;
        this.opened = new AtomicReference<>(http);
        this.caller = caller;
        this.account = account;
        this.partition = partition;
        this.enabledRegions = enabledRegions;
    }

    /**
     * Finds credentials, asks AWS whose they are, and which regions the account has enabled.
     *
     * @param regions those to look at; empty for all that are enabled
     * @throws ConnectionException when there are no usable credentials, nothing answers, or a region is not enabled
     */
    public static Connection open(ConnectionSettings settings, Set<String> regions) {
        CallLog unused = new CallLog();
        Set<String> declared = OPERATIONS.stream().map(Operation::id).collect(Collectors.toSet());
        try {
            String home = homeRegion(settings);
            AwsCredentialsProvider credentials = credentials(settings, home);
            SdkHttpClient http = Clients.http(settings.concurrency());
            Clients clients = new Clients(credentials, settings.endpoint(), http, Clients.TO_OPEN, declared, unused);
            boolean open = false;
            try {
                // Asked at the same time as who we are, and heeded only after that: who has no credentials hears of
                // that.
                CompletableFuture<DescribeRegionsResponse> described = CompletableFuture.supplyAsync(
                        () -> clients.client(EC2, home).describeRegions(), Connection::inBackground);
                var identity = clients.client(STS, home).getCallerIdentity();
                Arn caller = new Arn(identity.arn());
                List<String> enabled = enabledRegions(described, caller.partition(), regions);
                open = true;
                return new Connection(
                        settings, credentials, http, caller, identity.account(), caller.partition(), enabled);
            } finally {
                clients.release();
                if (!open) {
                    http.close();
                }
            }
        } catch (SdkException e) {
            throw explain(settings, e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new ConnectionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "regions");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static List<String> enabledRegions(
            CompletableFuture<DescribeRegionsResponse> described, String partition, Set<String> wanted) {
        List<String> enabled;
        try {
            enabled = await(described).regions().stream()
                    // AWS names enabled regions of the caller's partition alone; emulators name more.
                    .filter(region -> !"not-opted-in".equals(region.optInStatus()))
                    .map(region -> region.regionName())
                    .filter(region -> Region.of(region).metadata() == null
                            || Region.of(region).metadata().partition().id().equals(partition))
                    .sorted()
                    .toList();
        } catch (AwsServiceException e) {
            if (!wanted.isEmpty()) {
                return wanted.stream().sorted().toList();
            }
            throw new ConnectionException(
                    "Cannot list the account's regions ("
                            + Failures.gap(DESCRIBE_REGIONS, e).sentence()
                            + "). Grant ec2:DescribeRegions, or name them with --regions.",
                    e);
        }
        List<String> strange = wanted.stream()
                .filter(region -> !enabled.contains(region))
                .sorted()
                .toList();
        if (!strange.isEmpty()) {
            throw new ConnectionException("Not enabled in this account: " + String.join(", ", strange)
                    + ". Enabled regions: " + String.join(", ", enabled) + ".");
        }
        return wanted.isEmpty() ? enabled : wanted.stream().sorted().toList();
    }

    /** {@return who calls} */
    public Arn caller() {
        return caller;
    }

    /** {@return the account, twelve digits} */
    public String account() {
        return account;
    }

    /** {@return the partition, such as {@code aws}} */
    public String partition() {
        return partition;
    }

    /** {@return the regions to look at, sorted} */
    public List<String> regions() {
        return enabledRegions;
    }

    /** {@return the region whose endpoints answer for services without regions} */
    String globalRegion() {
        return switch (partition) {
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> "us-east-1";
        };
    }

    int concurrency() {
        return settings.concurrency();
    }

    Clients clients(Set<String> declared, CallLog log) {
        SdkHttpClient http = opened.getAndSet(null);
        return new Clients(
                credentials,
                settings.endpoint(),
                http == null ? Clients.http(settings.concurrency()) : http,
                Clients.TO_SCAN,
                declared,
                log);
    }

    private static String homeRegion(ConnectionSettings settings) {
        try {
            if (settings.endpoint().isPresent()) {
                // Nobody waits for the metadata of an instance that an emulator does not run on.
                return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                        .getRegion()
                        .id();
            }
            var chain = DefaultAwsRegionProviderChain.builder();
            settings.profile().ifPresent(chain::profileName);
            return chain.build().getRegion().id();
        } catch (SdkException e) {
            return "us-east-1";
        }
    }

    private static AwsCredentialsProvider credentials(ConnectionSettings settings, String home) {
        AwsCredentialsProvider base = settings.profile()
                .<AwsCredentialsProvider>map(name -> profileCredentials(settings, name, home))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        return settings.roleArn()
                .<AwsCredentialsProvider>map(
                        role -> assume(settings, base, home, role, settings.externalId(), Optional.empty()))
                .orElse(base);
    }

    private static AwsCredentialsProvider profileCredentials(ConnectionSettings settings, String name, String home) {
        Profile profile = ProfileFile.defaultProfileFile()
                .profile(name)
                .orElseThrow(
                        () -> new ConnectionException(
                                "There is no profile '" + name
                                        + "' in ~/.aws/config or ~/.aws/credentials. 'aws configure list-profiles' lists those there are."));
        Optional<String> mfaSerial = profile.property("mfa_serial");
        Optional<String> role = profile.property("role_arn");
        Optional<String> source = profile.property("source_profile");
        if (mfaSerial.isPresent() && role.isPresent() && source.isPresent()) {
            // The SDK's own profile provider knows no MFA.
            return assume(
                    settings,
                    ProfileCredentialsProvider.create(source.get()),
                    home,
                    role.get(),
                    profile.property("external_id"),
                    mfaSerial);
        }
        return ProfileCredentialsProvider.create(name);
    }

    private static AwsCredentialsProvider assume(
            ConnectionSettings settings,
            AwsCredentialsProvider base,
            String home,
            String role,
            Optional<String> externalId,
            Optional<String> mfaSerial) {
        StsClientBuilder sts = StsClient.builder()
                .region(Region.of(home))
                .credentialsProvider(base)
                .httpClientBuilder(ApacheHttpClient.builder());
        settings.endpoint().ifPresent(sts::endpointOverride);
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder().roleArn(role).roleSessionName(settings.roleSessionName());
        externalId.ifPresent(request::externalId);
        mfaSerial.ifPresent(serial ->
                request.serialNumber(serial).tokenCode(settings.mfaCode().apply(serial)));
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts.build())
                .refreshRequest(request.build())
                .build();
    }

    private static ConnectionException explain(ConnectionSettings settings, SdkException e) {
        if (e instanceof AwsServiceException answer) {
            String code = Failures.code(answer);
            String what = code.isEmpty() ? "status " + answer.statusCode() : code;
            String advice = what.toLowerCase(Locale.ROOT).contains("expired")
                    ? "Sign in again (for SSO: 'aws sso login"
                            + settings.profile()
                                    .map(name -> " --profile " + name)
                                    .orElse("") + "')."
                    : "Check the credentials and, if you gave one, the role.";
            return new ConnectionException("AWS did not accept the credentials: " + what + ". " + advice, e);
        }
        String text = String.valueOf(e.getMessage());
        if (text.contains("Unable to load credentials") || text.contains("credentials")) {
            return new ConnectionException(
                    "No AWS credentials found. Use --profile NAME, set AWS_PROFILE or AWS_ACCESS_KEY_ID, or run 'aws sso login'.",
                    e);
        }
        return new ConnectionException(
                "Nothing answers at "
                        + settings.endpoint().map(Object::toString).orElse("AWS") + ": "
                        + text.lines().findFirst().orElse("")
                        + ". Check the network, and --endpoint-url if you gave it.",
                e);
    }
}
