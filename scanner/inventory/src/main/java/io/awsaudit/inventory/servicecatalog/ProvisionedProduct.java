package io.awsaudit.inventory.servicecatalog;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Set;

/**
 * What somebody made from a product, read whole by {@code servicecatalog:SearchProvisionedProducts}.
 *
 * @param status such as {@code AVAILABLE}; {@code TAINTED} where the last change failed and what it was before remains, {@code
 *     ERROR} where AWS does not know what is there
 * @param productType such as {@code CFN_STACK}
 * @see <a href="https://docs.aws.amazon.com/servicecatalog/latest/dg/API_ProvisionedProductAttribute.html">ProvisionedProductAttribute</a>
 */
@CloudFormationType("AWS::ServiceCatalog::CloudFormationProvisionedProduct")
public record ProvisionedProduct(Identity identity, String status, String productType) implements Resource {
    private static final Set<String> BROKEN = Set.of("ERROR", "TAINTED");

    /** {@return whether the last change failed} */
    public boolean isBroken() {
        return BROKEN.contains(status);
    }
}
