package io.awsaudit.collectors;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Errors that are answers: AWS says of some settings that were never set that they do not exist. */
public final class Answers {
    private Answers() {}

    /**
     * Returns a member of an answer that AWS always sends: where it is missing, what came is no answer, and no default stands
     * in for it.
     *
     * @throws RuntimeException when it is missing, which {@link Reads} turns into a gap
     */
    public static <T> T sent(@Nullable T member, String name) {
        if (member == null) {
            throw new Guard.Unreadable("the answer lacks " + name);
        }
        return member;
    }

    /**
     * Makes a call, and takes the documented error codes for "never set" as {@code absent}.
     *
     * <p>The code decides and never the status alone: a 404 whose body was lost has no code and is no answer.
     */
    public static <T> T orIfAbsent(Supplier<T> call, T absent, String... codes) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            if (Set.of(codes).contains(Failures.code(e))) {
                return absent;
            }
            throw e;
        }
    }

    /**
     * Makes a call, and takes the answer that there is no such operation as {@code absent}: what cannot be set there either
     * is as it was before there was anything to set.
     *
     * <p>A region that is not enabled, refused credentials, a web page and an endpoint that is not there are no such answer.
     */
    public static <T> T orIfNoSuchOperation(Supplier<T> call, T absent) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            if (Failures.isNoSuchOperation(e)) {
                return absent;
            }
            throw e;
        }
    }
}
