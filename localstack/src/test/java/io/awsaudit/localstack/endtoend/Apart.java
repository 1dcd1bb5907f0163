package io.awsaudit.localstack.endtoend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Groups of what can be tried at once, since no two of a group concern the same. */
final class Apart {
    private Apart() {}

    /**
     * Groups things, in their order.
     *
     * @param concerned what a thing concerns
     * @param most how many a group may have
     */
    static <T> List<List<T>> of(Collection<T> things, Function<T, ? extends Set<?>> concerned, int most) {
        List<List<T>> groups = new ArrayList<>();
        List<Set<Object>> taken = new ArrayList<>();
        for (T thing : things) {
            Set<?> own = concerned.apply(thing);
            int place = IntStream.range(0, groups.size())
                    .filter(group -> groups.get(group).size() < most && Collections.disjoint(taken.get(group), own))
                    .findFirst()
                    .orElse(groups.size());
            if (place == groups.size()) {
                groups.add(new ArrayList<>());
                taken.add(new HashSet<>());
            }
            groups.get(place).add(thing);
            taken.get(place).addAll(own);
        }
        return groups;
    }
}
