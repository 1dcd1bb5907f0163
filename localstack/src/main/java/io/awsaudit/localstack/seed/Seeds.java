package io.awsaudit.localstack.seed;

/**
 * What one service contributes to the seeded accounts.
 *
 * <p>A setting that matters to a check is set explicitly, even to what AWS would choose: emulators differ in defaults
 * (of a new bucket moto says that nothing is blocked, LocalStack and AWS that everything is).
 */
interface Seeds {
    /** Makes resources, each named for the one thing that is wrong with it. */
    void insecure(EmulatedAccount account);

    /** Makes resources with nothing wrong with them, and mends what every new account has. */
    void hardened(EmulatedAccount account);
}
