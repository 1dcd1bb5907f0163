package io.awsaudit.inventory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An inventory of which one account after another is in memory, since not all of them may fit there. */
public interface InventoryStream extends AutoCloseable {
    /** An account with more resources is a large one. */
    int LARGE = 10_000;

    /** The resources of an account. */
    interface Account {
        /** {@return twelve digits} */
        String id();

        /** {@return whether it is worth the while of several threads} */
        boolean isLarge();

        /** {@return the resources in the order of inventories; they may be read only now, by whichever thread asks} */
        List<Resource> resources();
    }

    /** {@return when collection began} */
    Instant asOf();

    /** {@return the accounts that were looked at} */
    List<Inventory.AccountScope> accounts();

    /** {@return what was asked of AWS, and what could not be seen} */
    Coverage coverage();

    /** {@return how many resources there are in all} */
    long resources();

    /**
     * Reads on.
     *
     * @return the next account, empty after the last; each comes once, those that were looked at in their order before any
     *     others
     */
    Optional<Account> next();

    @Override
    void close();

    /** Returns an inventory that is in memory already as one that is read account by account. */
    static InventoryStream of(Inventory inventory) {
        Map<String, List<Resource>> byAccount = inventory.resources().stream()
                .collect(Collectors.groupingBy(Resource::account, TreeMap::new, Collectors.toList()));
        record Held(String id, List<Resource> resources) implements Account {
            @Override
            public boolean isLarge() {
                return resources.size() > LARGE;
            }
        }
        Deque<Held> left = new ArrayDeque<>();
        for (Inventory.AccountScope account : inventory.accounts()) {
            List<Resource> own = byAccount.remove(account.id());
            left.add(new Held(account.id(), own == null ? List.of() : own));
        }
        byAccount.forEach((id, own) -> left.add(new Held(id, own)));
        return new InventoryStream() {
            @Override
            public Instant asOf() {
                return inventory.asOf();
            }

            @Override
            public List<Inventory.AccountScope> accounts() {
                return inventory.accounts();
            }

            @Override
            public Coverage coverage() {
                return inventory.coverage();
            }

            @Override
            public long resources() {
                return inventory.resources().size();
            }

            @Override
            public Optional<Account> next() {
                return Optional.ofNullable(left.poll());
            }

            @Override
            public void close() {}
        };
    }
}
