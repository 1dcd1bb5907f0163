package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.snapshot.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Accounts that are made up: as many as one likes, with resources of all types in numbers as large companies have them, that
 * refer to each other as real ones do. Each check finds something to complain of in some of them, and some settings are unknown.
 *
 * <p>An account is made when it is asked for, and is the same in each run.
 */
public final class Estate {
    private static final List<String> REGIONS = List.of(
            "us-east-1",
            "eu-west-1",
            "eu-central-1",
            "us-west-2",
            "ap-southeast-2",
            "ap-northeast-1",
            "us-east-2",
            "eu-north-1",
            "ap-south-1",
            "ca-central-1",
            "sa-east-1",
            "eu-west-2",
            "eu-west-3",
            "us-west-1",
            "ap-southeast-1",
            "ap-northeast-2",
            "ap-northeast-3");

    /** Of so many regions, one lacks a service that checks want in each. */
    private static final int WITHOUT = 9;

    private static final List<String> WANTED = List.of(
            "AWS::AccessAnalyzer::Analyzer",
            "AWS::Config::ConfigurationRecorder",
            "AWS::GuardDuty::Detector",
            "AWS::Macie::Session",
            "AWS::SecurityHub::Hub",
            "AWS::CloudTrail::Trail");

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Kind> byName = new HashMap<>();
    private final List<Mould> moulds;
    private final List<Account> accounts;

    private Estate(
            long resources, int accounts, int regions, long seed, List<Census.Entry> census, Templates templates) {
        for (Census.Entry entry : census) {
            Kind kind = new Kind(
                    kinds.size(),
                    entry,
                    java.util.Objects.requireNonNull(templates.standard().get(entry.type())),
                    byName);
            kinds.add(kind);
            byName.put(ResourceTypes.nameOf(entry.type()), kind);
        }
        Specials specials = new Specials(byName);
        this.moulds = kinds.stream()
                .map(kind -> new Mould(kind, kinds, templates, specials))
                .toList();
        List<String> places = REGIONS.subList(0, regions);
        double all = IntStream.range(0, accounts).mapToDouble(Estate::size).sum();
        this.accounts = IntStream.range(0, accounts)
                .mapToObj(number -> new Account(
                        kinds, number, places, seed, counts(number, (long) (resources * size(number) / all), regions)))
                .toList();
    }

    /**
     * Plans an estate.
     *
     * @param resources how many there are to be in all; some more or less come of it
     * @param regions of each account, at most 17
     * @param cases the folder of the checks' cases, {@code rules/src/test/resources} of a checkout
     */
    public static Estate of(long resources, int accounts, int regions, long seed, Path cases) {
        return of(resources, accounts, regions, seed, Census.read(), cases);
    }

    /** Plans an estate that has as many resources of each type as of any other, where there may be several. */
    public static Estate even(long resources, int accounts, int regions, long seed, Path cases) {
        return of(
                resources,
                accounts,
                regions,
                seed,
                Census.read().stream().map(Census.Entry::even).toList(),
                cases);
    }

    private static Estate of(
            long resources, int accounts, int regions, long seed, List<Census.Entry> census, Path cases) {
        if (accounts < 1 || regions < 1 || regions > REGIONS.size()) {
            throw new IllegalArgumentException(
                    "An estate has at least one account, and 1 to " + REGIONS.size() + " regions");
        }
        return new Estate(resources, accounts, regions, seed, census, Templates.read(cases));
    }

    /** Some accounts are larger than others: the first of a hundred has a twentieth of all. */
    private static double size(int number) {
        return 1 / Math.sqrt(number + 1.0);
    }

    private int[][] counts(int number, long resources, int regions) {
        int[][] counts = new int[kinds.size()][];
        long left = resources;
        for (Kind kind : kinds) {
            int[] each = new int[kind.isGlobal() ? 1 : regions];
            counts[kind.ordinal()] = each;
            for (int region = 0; region < each.length; region++) {
                boolean one = switch (kind.entry().each()) {
                    case ACCOUNT, REGION -> true;
                    case HOME -> region == 0;
                    case SHARE -> false;
                };
                if (one
                        && !(WANTED.contains(kind.name())
                                && (number * 7 + region * 3 + kind.ordinal()) % WITHOUT == 0)) {
                    each[region] = 1;
                    left--;
                }
            }
        }
        double shares = kinds.stream().mapToDouble(kind -> kind.entry().share()).sum();
        double weights = IntStream.range(0, regions).mapToDouble(Estate::weight).sum();
        for (Kind kind : kinds) {
            if (kind.entry().each() == Census.Each.SHARE) {
                int[] each = counts[kind.ordinal()];
                double due = 0;
                for (int region = 0; region < each.length; region++) {
                    due += Math.max(0, left)
                            * kind.entry().share()
                            / shares
                            * (kind.isGlobal() ? 1 : weight(region) / weights);
                    each[region] = (int) due;
                    due -= each[region];
                }
                each[0] += number == 0 && IntStream.of(each).sum() == 0 ? 1 : 0;
            }
        }
        return counts;
    }

    /** Most is in the first region. */
    private static double weight(int region) {
        return 1.0 / (region + 1);
    }

    /** {@return the accounts, in order of their ids} */
    public List<Inventory.AccountScope> accounts() {
        return accounts.stream()
                .map(account -> new Inventory.AccountScope(account.id(), "aws", account.regions()))
                .toList();
    }

    /** {@return when the estate was as it is, by its own time} */
    public Instant asOf() {
        return Templates.AS_OF;
    }

    /** {@return how many resources there are in an account} */
    public long size(Inventory.AccountScope account) {
        return planned(account).size();
    }

    /** {@return how many resources there are} */
    public long size() {
        return accounts.stream().mapToLong(Account::size).sum();
    }

    /** {@return the resources of an account, sorted as an inventory's are} */
    public List<Resource> resources(Inventory.AccountScope account) {
        Account planned = planned(account);
        List<Resource> resources = planned.sites().stream()
                .map(site -> moulds.get(site.kind().ordinal()).make(site))
                .sorted(Inventory.ORDER)
                .toList();
        planned.forget();
        return resources;
    }

    /** {@return what was asked for: everything, and each of some dozens of listings was refused in one place} */
    public Coverage coverage() {
        List<Coverage.Listing> listings = new ArrayList<>();
        for (Account account : accounts) {
            for (Kind kind : kinds) {
                for (int region = 0;
                        region < (kind.isGlobal() ? 1 : account.regions().size());
                        region++) {
                    boolean refused = account.bits(kind, region, 0, 9) >>> 1 < Long.MAX_VALUE / 300;
                    listings.add(new Coverage.Listing(
                            account.id(),
                            kind.isGlobal()
                                    ? Identity.GLOBAL
                                    : account.regions().get(region),
                            kind.name(),
                            refused
                                    ? Optional.of(new Gap(
                                            Gap.Cause.DENIED,
                                            kind.name() + ":List",
                                            Optional.empty(),
                                            "not authorized to list them"))
                                    : Optional.empty()));
                }
            }
        }
        return new Coverage(
                listings.stream()
                        .sorted(java.util.Comparator.comparing(Coverage.Listing::account)
                                .thenComparing(Coverage.Listing::region)
                                .thenComparing(Coverage.Listing::type))
                        .toList(),
                List.of());
    }

    /** {@return all of it, which has to fit into memory} */
    public Inventory inventory() {
        return new Inventory(
                asOf(),
                accounts(),
                coverage(),
                accounts().stream()
                        .flatMap(account -> resources(account).stream())
                        .toList());
    }

    private Account planned(Inventory.AccountScope scope) {
        return accounts.stream()
                .filter(account -> account.id().equals(scope.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Writes all of it as a snapshot to a stream, which stays open; memory holds two accounts at a time. */
    public void write(OutputStream out) throws IOException {
        ExecutorService ahead = Executors.newSingleThreadExecutor();
        try {
            List<Inventory.AccountScope> scopes = accounts();
            Iterator<Resource> all = new Iterator<>() {
                private int number;
                private Future<List<Resource>> next = ahead.submit(() -> resources(scopes.get(0)));
                private Iterator<Resource> current = Collections.emptyIterator();

                @Override
                public boolean hasNext() {
                    while (!current.hasNext() && number < scopes.size()) {
                        try {
                            current = next.get().iterator();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                        number++;
                        if (number < scopes.size()) {
                            Inventory.AccountScope following = scopes.get(number);
                            next = ahead.submit(() -> resources(following));
                        }
                    }
                    return current.hasNext();
                }

                @Override
                public Resource next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return current.next();
                }
            };
            Snapshot.write(
                    asOf(),
                    scopes,
                    coverage(),
                    accounts.stream()
                            .map(account -> new Snapshot.Section(account.id(), account.size()))
                            .toList(),
                    ResourceTypes.all().stream()
                            .map(ResourceTypes::nameOf)
                            .sorted()
                            .toList(),
                    all,
                    out);
        } finally {
            ahead.shutdown();
        }
    }
}
