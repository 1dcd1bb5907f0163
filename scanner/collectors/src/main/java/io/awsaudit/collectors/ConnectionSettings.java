package io.awsaudit.collectors;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to reach an account.
 *
 * @param profile of the shared configuration files; empty for the SDK's own chain
 * @param endpoint stands in for every service of AWS, as an emulator does
 * @param roleArn a role to assume first
 * @param mfaCode asks a person for the code of the MFA device with the given serial number
 * @param concurrency how many calls may be under way at once
 */
public record ConnectionSettings(
        Optional<String> profile,
        Optional<URI> endpoint,
        Optional<String> roleArn,
        Optional<String> externalId,
        String roleSessionName,
        Function<String, String> mfaCode,
        int concurrency) {}
