package io.awsaudit.cli;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.Interruption;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a command collected, to its end or until a signal came; and what it says of that. */
final class Collected {
    private final Inventory inventory;
    private final Interruption interruption;
    private final AuditCommand command;

    private Collected(Inventory inventory, Interruption interruption, AuditCommand command) {
        this.inventory = inventory;
        this.interruption = interruption;
        this.command = command;
    }

    /** Opens the connection and collects, or goes on with what an earlier run kept. */
    static Collected from(ConnectionOptions options, CollectionPlan plan, AuditCommand command) {
        Optional<Inventory> earlier = options.earlier();
        return from(options.open(earlier), plan, earlier, command);
    }

    /** Collects, or goes on with an earlier collection of the account. */
    static Collected from(Connection account, CollectionPlan plan, Optional<Inventory> earlier, AuditCommand command) {
        command.say("Account " + account.account() + " as " + account.caller() + ", "
                + account.regions().size() + (account.regions().size() == 1 ? " region" : " regions"));
        earlier.ifPresent(before ->
                command.say("Going on with " + before.resources().size() + " resources as of " + before.asOf()));
        Instant start = Instant.now();
        SmallHeap.keep();
        Interruption interruption = Signals.collecting();
        Inventory inventory = AccountCollection.collect(
                account,
                plan,
                start.truncatedTo(ChronoUnit.SECONDS),
                TerminalProgress.on(command.err(), command.quiet),
                interruption,
                earlier);
        Signals.keeping();
        command.sayMore("Collected in " + Duration.between(start, Instant.now()).toMillis() + " ms: "
                + inventory.resources().size() + " resources with "
                + inventory.coverage().answered() + " calls");
        if (!interruption.isRequested()) {
            sayWhatIsMissing(inventory.coverage(), command);
        }
        return new Collected(inventory, interruption, command);
    }

    private static void sayWhatIsMissing(Coverage coverage, AuditCommand command) {
        coverage.calls()
                .forEach(calls -> calls.refusals()
                        .forEach(refusal -> command.sayMore("  not read in " + calls.region()
                                + refusal.resource().map(arn -> " of " + arn).orElse("") + ": "
                                + refusal.gap().sentence())));
        boolean expired = coverage.calls().stream()
                .flatMap(calls -> calls.refusals().stream())
                .anyMatch(refusal -> refusal.gap().cause() == Gap.Cause.EXPIRED);
        if (expired) {
            command.say(
                    "The credentials ran out during the scan; what was read until then is judged. Sign in again, and go on"
                            + " with --resume from a snapshot, or scan anew.");
        }
    }

    Inventory inventory() {
        return inventory;
    }

    /**
     * Writes the inventory to a file, if there is one to write to.
     *
     * @return the exit code if a signal came until then, empty when all was collected and kept
     */
    OptionalInt keep(@Nullable Path snapshot) {
        if (snapshot != null) {
            SnapshotFile.write(inventory, snapshot);
        }
        Signals.kept();
        if (interruption.isRequested()) {
            command.say(
                    snapshot == null
                            ? "Stopped. Nothing was kept; with --snapshot FILE what was read is."
                            : "Stopped. " + inventory.resources().size() + " resources kept in " + snapshot
                                    + "; go on with --resume " + snapshot + ".");
            return OptionalInt.of(Signals.exitCode());
        }
        if (snapshot != null) {
            command.say("Inventory kept in " + snapshot);
        }
        return OptionalInt.empty();
    }
}
