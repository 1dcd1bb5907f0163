package io.awsaudit.inventory.policy;

/**
 * Who a statement is about.
 *
 * @param kind {@code AWS}, {@code Service}, {@code Federated}, {@code CanonicalUser}, or {@code *} for the bare star
 * @param id an account id, an ARN, a service's name or {@code *}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public record Principal(String kind, String id) {
    /** {@return whether this is everybody, signed in or not} */
    public boolean isEveryone() {
        return id.equals("*") && (kind.equals("*") || kind.equals("AWS"));
    }

    /** {@return whether this is a service of AWS} */
    public boolean isService() {
        return kind.equals("Service");
    }

    /** {@return the account that an AWS principal belongs to, empty for others and for the star} */
    public String account() {
        if (!kind.equals("AWS")) {
            return "";
        }
        if (id.matches("\\d{12}")) {
            return id;
        }
        String[] parts = id.split(":", 6);
        return parts.length == 6 ? parts[4] : "";
    }
}
