package io.awsaudit.inventory.rds;

import java.util.List;

/** Which logs a database can publish: words such as {@code audit}, other ones for each engine. */
final class LogTypes {
    private LogTypes() {}

    /**
     * Returns those logs that are an engine's.
     *
     * @param logs of all engines, such as {@code mysql/slowquery}; the editions of an engine go by one name
     */
    static List<String> of(String engine, List<String> logs) {
        String prefix = family(engine) + "/";
        return logs.stream()
                .filter(log -> log.startsWith(prefix))
                .map(log -> log.substring(prefix.length()))
                .filter(log ->
                        !(engine.equals("sqlserver-ex") && log.equals("agent"))) // the Express edition has no agent
                .toList();
    }

    private static String family(String engine) {
        if (engine.equals("aurora")) {
            return "aurora-mysql";
        }
        return engine.startsWith("oracle-") ? "oracle" : engine.startsWith("sqlserver-") ? "sqlserver" : engine;
    }
}
