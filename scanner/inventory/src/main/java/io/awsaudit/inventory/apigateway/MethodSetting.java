package io.awsaudit.inventory.apigateway;

/**
 * How a stage treats some of its methods.
 *
 * @param loggingLevel {@code OFF}, {@code ERROR} or {@code INFO}; {@code OFF} where never set
 * @param cachingEnabled whether answers are kept, if the stage has a cache
 * @param cacheDataEncrypted whether what is kept is encrypted
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html">MethodSetting</a>
 */
public record MethodSetting(String loggingLevel, boolean cachingEnabled, boolean cacheDataEncrypted) {
    /** {@return whether calls leave a trace of how they were executed, at least where they fail} */
    boolean logs() {
        return loggingLevel.equals("ERROR") || loggingLevel.equals("INFO");
    }

    /** {@return whether answers would be kept in the clear} */
    boolean keepsInTheClear() {
        return cachingEnabled && !cacheDataEncrypted;
    }
}
