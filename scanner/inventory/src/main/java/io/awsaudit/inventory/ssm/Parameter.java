package io.awsaudit.inventory.ssm;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;

/**
 * A parameter that the account owns, read by {@code ssm:DescribeParameters}. Its value is not in it.
 *
 * @param secrets one where the value, if it is not encrypted, looks like a credential; known to be empty where it is encrypted
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html">ParameterMetadata</a>
 */
@CloudFormationType("AWS::SSM::Parameter")
public record Parameter(Identity identity, Type parameterType, Observed<List<Secret>> secrets) implements Resource {
    /** Whether a parameter is encrypted, and whether it is a list. */
    public record Type(String value) implements OpenValue {
        public static final Type STRING = new Type("String");
        public static final Type STRING_LIST = new Type("StringList");
        public static final Type SECURE_STRING = new Type("SecureString");

        /** {@return whether whoever may read the parameter reads it in the clear} */
        public boolean isPlain() {
            return equals(STRING) || equals(STRING_LIST);
        }
    }

    /** Returns the ARN of a parameter, whose name may begin with a slash, which its ARN does not have twice. */
    public static Arn arnOf(String partition, String region, String account, String name) {
        return new Arn("arn:" + partition + ":ssm:" + region + ":" + account + ":parameter"
                + (name.startsWith("/") ? "" : "/") + name);
    }
}
