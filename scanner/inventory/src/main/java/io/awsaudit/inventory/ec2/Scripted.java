package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;

/**
 * What has user data, or hands it to the instances that it starts.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html">User data</a>
 */
public interface Scripted extends Resource {
    /** {@return the lines of its user data that look like a credential} */
    Observed<List<Secret>> userDataSecrets();
}
