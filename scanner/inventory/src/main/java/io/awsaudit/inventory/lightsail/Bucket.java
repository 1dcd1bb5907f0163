package io.awsaudit.inventory.lightsail;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A bucket of Lightsail, read whole by {@code lightsail:GetBuckets}.
 *
 * @param getObject who may read its objects: {@code public} or {@code private}
 * @param allowsPublicOverrides whether single objects may be public all the same
 * @param objectVersioning {@code Enabled}, {@code Suspended} or {@code NeverEnabled}
 * @see <a href="https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_Bucket.html">Bucket</a>
 */
@CloudFormationType("AWS::Lightsail::Bucket")
public record Bucket(Identity identity, String getObject, boolean allowsPublicOverrides, String objectVersioning)
        implements Resource {
    private static final String PRIVATE = "private";
    private static final String ENABLED = "Enabled";

    /** {@return whether everybody may read all its objects} */
    public boolean isPublic() {
        return !getObject.equals(PRIVATE);
    }

    /** {@return whether what is overwritten or deleted in it can be had back} */
    public boolean isVersioned() {
        return objectVersioning.equals(ENABLED);
    }
}
