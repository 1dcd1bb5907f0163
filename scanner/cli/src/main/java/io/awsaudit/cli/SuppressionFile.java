package io.awsaudit.cli;

import io.awsaudit.inventory.snapshot.InventoryJson;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Suppression;
import io.awsaudit.rules.text.TextException;
import io.awsaudit.rules.text.TextFile;
import io.awsaudit.rules.text.Words;
import io.awsaudit.rules.text.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A file that holds suppressions and nothing else, under the same key as the configuration file. */
final class SuppressionFile {
    /** How many letters a word may differ in from a check's id to be taken for a mistake in writing it. */
    private static final int SLIP = 2;

    private SuppressionFile() {}

    /**
     * Reads a file.
     *
     * @throws UsageException listing every mistake in it
     */
    static List<SuppressionReader.Entry> read(Path file) {
        try {
            return read(file, TextFile.read(file, file.toString()));
        } catch (TextException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static List<SuppressionReader.Entry> read(Path file, String text) {
        YamlText yaml = new YamlText(file.toString(), text);
        JsonNode all = yaml.tree();
        List<String> problems = new ArrayList<>();
        if (!all.isNull() && !all.isObject()) {
            throw new UsageException(file + ", line 1: must hold 'suppressions:', and below it the list of them.");
        }
        all.properties().stream()
                .filter(entry -> !entry.getKey().equals(SuppressionReader.KEY))
                .forEach(entry -> problems.add(yaml.place(entry.getKey()) + "there is "
                        + InventoryJson.quoted(entry.getKey()) + " where only '" + SuppressionReader.KEY
                        + "' may stand."));
        List<SuppressionReader.Entry> entries =
                new SuppressionReader(yaml, problems).read(all.get(SuppressionReader.KEY));
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        return entries;
    }

    /**
     * Looks for suppressions of checks that there are none of.
     *
     * @param say told of those that may be about checks of the user's own that were not loaded
     * @throws UsageException listing those that are slips of the pen
     */
    static void verify(List<SuppressionReader.Entry> entries, Collection<Check> checks, Consumer<String> say) {
        List<String> problems = new ArrayList<>();
        List<String> ids = checks.stream().map(Check::id).toList();
        for (SuppressionReader.Entry entry : entries) {
            Suppression suppression = entry.suppression();
            if (checks.stream().anyMatch(suppression::names)) {
                continue;
            }
            String missing = entry.place() + ": there is no check " + InventoryJson.quoted(suppression.check());
            Optional<String> meant = Words.within(SLIP, suppression.check(), ids);
            if (meant.isPresent()) {
                problems.add(missing + "; did you mean '" + meant.get() + "'.");
            } else {
                say.accept(missing + Words.nearest(suppression.check(), ids)
                        + ". It covers nothing, unless checks of your own bring it (--rules).");
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }
}
