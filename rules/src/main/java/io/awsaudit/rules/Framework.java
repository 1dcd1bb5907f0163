package io.awsaudit.rules;

import java.util.List;
import java.util.Optional;

/**
 * A benchmark or standard: controls in order, each answered by checks or by a person, or not answered yet.
 *
 * @param id such as {@code cis-aws-5.0}
 * @param source the page of its publisher
 */
public record Framework(String id, String title, String source, List<Control> controls) {
    /**
     * A control; its wording is ours.
     *
     * @param id the publisher's number
     * @param level the profile that it belongs to, empty where the framework has none
     * @param manual whether only a person can decide
     * @param checks ids, in order; empty for most manual controls
     * @param guidance how a person decides, for manual controls
     * @param unanswered why no check answers it, where one could
     */
    public record Control(
            String id,
            String title,
            String level,
            boolean manual,
            List<String> checks,
            Optional<String> guidance,
            Optional<String> unanswered) {}
}
