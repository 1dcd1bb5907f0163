package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.ec2.IpRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The ranges of prefix lists, each list read once however many rules name it. */
final class PrefixLists {
    private final Reads reads;
    private final Map<String, CompletableFuture<List<IpRange>>> known = new ConcurrentHashMap<>();

    PrefixLists(Reads reads) {
        this.reads = reads;
    }

    /** Reads the ranges of some lists, which the detail of a resource is made of; makes no call where there are none. */
    Observed<Map<String, List<IpRange>>> observe(Detail detail, Arn resource, Stream<String> ids) {
        List<String> named = ids.distinct().sorted().toList();
        if (named.isEmpty()) {
            return Observed.known(Map.of());
        }
        return reads.observe(detail, resource, () -> {
            Map<String, List<IpRange>> ranges = new TreeMap<>();
            named.forEach(id -> ranges.put(id, ranges(id)));
            return ranges;
        });
    }

    private List<IpRange> ranges(String id) {
        try {
            return known.computeIfAbsent(id, this::read).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Keeps a failure as well, lest each rule that names the list asks again. */
    private CompletableFuture<List<IpRange>> read(String id) {
        try {
            return CompletableFuture.completedFuture(reads
                    .client(Ec2.CLIENT)
                    .getManagedPrefixListEntriesPaginator(request -> request.prefixListId(id))
                    .entries()
                    .stream()
                    .map(entry -> new IpRange(entry.cidr()))
                    .toList());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
