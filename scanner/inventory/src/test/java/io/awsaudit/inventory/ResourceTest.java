package io.awsaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.account.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceTest {
    @Test
    void withoutRequiredKeysAnyTagWillDoButAwssOwn() {
        assertThat(tagged(Map.of()).lacksTags(List.of())).isTrue();
        assertThat(tagged(Map.of("aws:cloudformation:stack-name", "web")).lacksTags(List.of()))
                .isTrue();
        assertThat(tagged(Map.of("Name", "")).lacksTags(List.of())).isFalse();
    }

    @Test
    void everyRequiredKeyMustBeThereInItsLetterCase() {
        assertThat(tagged(Map.of("Owner", "team")).lacksTags(List.of("Owner"))).isFalse();
        assertThat(tagged(Map.of("owner", "team")).lacksTags(List.of("Owner"))).isTrue();
        assertThat(tagged(Map.of("Owner", "team")).lacksTags(List.of("Owner", "Stage")))
                .isTrue();
    }

    @Test
    void tagsThatWereNotReadLackNothing() {
        Gap gap = new Gap(Gap.Cause.DENIED, "ec2:DescribeTags", Optional.empty(), "");
        assertThat(resource(Observed.unknown(gap)).lacksTags(List.of("Owner"))).isFalse();
    }

    private static Resource tagged(Map<String, String> tags) {
        return resource(Observed.known(tags));
    }

    private static Resource resource(Observed<Map<String, String>> tags) {
        return new Region(new Identity(new Arn("arn:aws:a:b:c:d"), "111122223333", "us-east-1", "name", tags));
    }
}
