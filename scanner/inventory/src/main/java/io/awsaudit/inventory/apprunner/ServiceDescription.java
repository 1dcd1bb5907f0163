package io.awsaudit.inventory.apprunner;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The settings of a service, by {@code apprunner:DescribeService}. Values of its variables are not in it.
 *
 * @param publiclyAccessible whether it answers on the internet, as it does unless somebody chose that it does not
 * @param vpcConnector what it reaches a VPC by; empty where it reaches the internet alone
 * @param traced whether it sends traces to X-Ray
 * @param encryptionKey the customer's key that encrypts its code or image; App Runner's own where empty
 * @param runtime the runtime that App Runner brings, such as {@code NODEJS_22}; empty where an image or a file in the repository
 *     says what runs
 * @param role what its code acts as
 * @param environmentSecrets variables whose value looks like a credential
 */
public record ServiceDescription(
        boolean publiclyAccessible,
        Optional<Arn> vpcConnector,
        boolean traced,
        Optional<Arn> encryptionKey,
        Optional<String> runtime,
        Optional<Arn> role,
        List<Secret> environmentSecrets) {
    /** Holds where it answers on the internet. */
    public static final Predicate<ServiceDescription> PUBLIC = ServiceDescription::publiclyAccessible;

    /** Holds where it reaches no VPC. */
    public static final Predicate<ServiceDescription> OUTSIDE_VPC =
            service -> service.vpcConnector().isEmpty();

    /** Holds where it sends no traces. */
    public static final Predicate<ServiceDescription> UNTRACED = service -> !service.traced();

    /** Holds where App Runner does not bring its runtime, or does not say which. */
    public static final Predicate<ServiceDescription> WITHOUT_RUNTIME =
            service -> service.runtime().isEmpty();

    /** Holds where some variable holds what looks like a credential. */
    public static final Predicate<ServiceDescription> WITH_SECRETS =
            service -> !service.environmentSecrets().isEmpty();

    /** The runtime, as evidence. */
    public static final Function<ServiceDescription, Optional<String>> RUNTIME = ServiceDescription::runtime;

    /** Where credentials are, as evidence. */
    public static final Function<ServiceDescription, List<String>> SECRETS =
            service -> Secret.words(service.environmentSecrets());

    public ServiceDescription {
        environmentSecrets = List.copyOf(environmentSecrets);
    }

    /** Holds where its runtime is one of these. */
    public static Predicate<ServiceDescription> runningOn(List<String> runtimes) {
        return service -> service.runtime().filter(runtimes::contains).isPresent();
    }
}
