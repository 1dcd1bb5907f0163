package io.awsaudit.inventory.appstream;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Set;

/**
 * What users of a fleet may do, read by {@code appstream:DescribeStacks} but for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/appstream2/latest/APIReference/API_Stack.html">Stack</a>
 */
@CloudFormationType("AWS::AppStream::Stack")
public record Stack(Identity identity, List<UserSetting> userSettings) implements Resource {
    private static final String ENABLED = "ENABLED";

    /** Ways by which what is streamed gets to the user's own computer. */
    private static final Set<String> OUT =
            Set.of("CLIPBOARD_COPY_TO_LOCAL_DEVICE", "FILE_DOWNLOAD", "PRINTING_TO_LOCAL_DEVICE");

    /**
     * Whether users may do something.
     *
     * @param action such as {@code FILE_DOWNLOAD}
     * @param permission {@code ENABLED} or {@code DISABLED}
     */
    public record UserSetting(String action, String permission) {
        boolean leadsOut() {
            return permission.equals(ENABLED) && OUT.contains(action);
        }
    }

    public Stack {
        userSettings = List.copyOf(userSettings);
    }

    /** {@return the ways by which what is streamed gets to the user's own computer, in order of name} */
    public List<String> waysOut() {
        return userSettings.stream()
                .filter(UserSetting::leadsOut)
                .map(UserSetting::action)
                .sorted()
                .toList();
    }
}
