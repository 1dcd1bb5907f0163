package io.awsaudit.inventory.memorydb;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * A user of MemoryDB, read by {@code memorydb:DescribeUsers} but for its tags. One that is being deleted is none any more.
 *
 * @param authentication {@code password}, {@code iam} or {@code no-password}
 * @param accessControlLists names of the lists that it is in
 * @see <a href="https://docs.aws.amazon.com/memorydb/latest/APIReference/API_User.html">User</a>
 */
@CloudFormationType("AWS::MemoryDB::User")
public record User(Identity identity, String status, String authentication, List<String> accessControlLists)
        implements Resource {
    public User {
        accessControlLists = List.copyOf(accessControlLists);
    }

    /** {@return whether it is the user that AWS makes in every region, for the list that lets in everybody} */
    @Override
    public boolean isServiceOwned() {
        return name().equals("default");
    }
}
