package io.awsaudit.inventory.sfn;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * An activity: work that a state machine waits for, and that whoever asks for it does. Read by {@code states:ListActivities} but
 * for its tags.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ActivityListItem.html">ActivityListItem</a>
 */
@CloudFormationType("AWS::StepFunctions::Activity")
public record Activity(Identity identity) implements Resource {}
