package io.awsaudit.inventory.s3;

/**
 * A grant of an access control list.
 *
 * @param grantee a group's URI or a canonical user's id
 * @param permission {@code READ}, {@code WRITE}, {@code READ_ACP}, {@code WRITE_ACP} or {@code FULL_CONTROL}
 */
public record Grant(String grantee, String permission) {
    private static final String GROUPS = "http://acs.amazonaws.com/groups/";

    /** {@return whether the grantee is everybody, or everybody with any AWS account} */
    public boolean isToEveryone() {
        return grantee.equals(GROUPS + "global/AllUsers") || grantee.equals(GROUPS + "global/AuthenticatedUsers");
    }

    /** {@return whether the grantee may read objects' names or the list itself} */
    public boolean reads() {
        return permission.equals("READ") || permission.equals("READ_ACP") || permission.equals("FULL_CONTROL");
    }

    /** {@return whether the grantee may write, or change who may} */
    public boolean writes() {
        return permission.equals("WRITE") || permission.equals("WRITE_ACP") || permission.equals("FULL_CONTROL");
    }
}
