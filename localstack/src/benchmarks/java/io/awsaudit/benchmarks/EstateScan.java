package io.awsaudit.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scans the estate of a company once, from memory and at once: {@link Waiting} with other defaults. */
final class EstateScan {
    private EstateScan() {}

    public static void main(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--account", "estate"));
        if (Arrays.stream(arguments).noneMatch("--delays"::equals)) {
            all.addAll(List.of("--delays", "0"));
        }
        all.addAll(List.of(arguments));
        System.exit(Waiting.run(all.toArray(String[]::new)));
    }
}
