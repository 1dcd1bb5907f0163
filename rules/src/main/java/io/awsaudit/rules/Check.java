package io.awsaudit.rules;

import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of each resource of a type; the unit that users select, suppress and read about.
 *
 * @param id {@code service-resource-desired-state}
 * @param service the folder that it lives in, named as the SDK names the service
 * @param rule the name that its rules begin with: its own id, or that of its family, whose rules judge resources of several
 *     types
 * @param resource the record that it judges
 * @param title the state that should hold
 * @param exposure what every violation shows strangers; empty where it shows them nothing by itself
 * @param why the consequence of a violation
 * @param fix the smallest change that leads to a pass, in words
 * @param cli the same as commands of the AWS CLI, what differs from account to account in capitals
 * @param terraform the same as a block of Terraform, empty where no setting fixes it
 * @param reads the {@code Observed} components that its verdict rests on: its own as {@code versioning}, another type's
 *     as {@code Bucket.logging}
 * @param follows relations whose far end must be in the inventory for a pass, in lower-case words
 * @param source the AWS page that it follows
 * @param bestPractice the Well-Architected best practice, such as {@code SEC08-BP02}
 * @param configRules identifiers of AWS Config managed rules that ask the same
 * @param securityHub ids of AWS Security Hub controls that ask the same
 * @param aliases ids that it had before
 * @param deprecated why it is no longer evaluated; its id is not used again
 */
public record Check(
        String id,
        String service,
        String rule,
        Class<? extends Resource> resource,
        String title,
        Severity severity,
        Pillar pillar,
        Optional<Exposure> exposure,
        String why,
        String fix,
        Optional<String> cli,
        Optional<String> terraform,
        List<String> reads,
        List<String> follows,
        String source,
        Optional<String> bestPractice,
        List<String> configRules,
        List<String> securityHub,
        List<Parameter> parameters,
        List<String> aliases,
        Optional<String> deprecated) {
    /** {@return the CloudFormation type name of what it judges} */
    public String resourceType() {
        return ResourceTypes.nameOf(resource);
    }

    /** {@return whether a name is this check's id or one that it had before} */
    public boolean answersTo(String name) {
        return id.equals(name) || aliases.contains(name);
    }
}
