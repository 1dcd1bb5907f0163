package io.awsaudit.inventory.ssm;

import io.awsaudit.inventory.OpenValue;

/** Whether all is as it should be. */
public record ComplianceStatus(String value) implements OpenValue {
    public static final ComplianceStatus COMPLIANT = new ComplianceStatus("COMPLIANT");
    public static final ComplianceStatus NON_COMPLIANT = new ComplianceStatus("NON_COMPLIANT");
}
