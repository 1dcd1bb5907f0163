package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String ID = "ec2-security-group-cifs-closed";
    private static final Check PORTS = Catalog.builtIn().check(ID).orElseThrow();

    @Test
    void aListOfNumbersTakesNothingElse() {
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> settings(List.of(445, "smb")))
                .withMessageContaining("must be a list of whole numbers, and is '[445, smb]'");
        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> settings(445));
    }

    @Test
    void aListOfNumbersMayBeEmpty() {
        assertThat(settings(List.of()).value(ID, "ports")).isEqualTo(List.of());
        assertThat(settings(List.of(139, 445)).value(ID, "ports")).isEqualTo(List.of(139, 445));
    }

    private static Settings settings(Object ports) {
        return new Settings(List.of(PORTS), Map.of(), Map.of(ID, Map.of("ports", ports)));
    }
}
