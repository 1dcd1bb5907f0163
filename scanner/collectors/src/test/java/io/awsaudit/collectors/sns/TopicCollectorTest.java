package io.awsaudit.collectors.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.sns.Subscription;
import io.awsaudit.inventory.sns.Topic;
import io.awsaudit.inventory.sns.TopicAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicCollectorTest {
    private static final String TOPICS = """
            <ListTopicsResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListTopicsResult><Topics>
            <member><TopicArn>arn:aws:sns:us-east-1:111122223333:one</TopicArn></member></Topics>%s</ListTopicsResult></ListTopicsResponse>""";

    @Test
    void bothPagesAreRead() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=ListTopics", TOPICS.formatted("<NextToken>two</NextToken>"))
                .xml("NextToken=two", TOPICS.formatted("").replace(":one", ":two"))) {
            assertThat(aws.collect(Topic.class).resources())
                    .extracting(topic -> topic.name())
                    .containsExactly("one", "two");
        }
    }

    @Test
    void aTopicWithOnlyAPendingSubscriptionHasNone() {
        try (CannedAws aws =
                new CannedAws().xml("Action=ListTopics", TOPICS.formatted("")).xml("Action=GetTopicAttributes", """
                <GetTopicAttributesResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><GetTopicAttributesResult><Attributes>
                <entry><key>SubscriptionsConfirmed</key><value>0</value></entry>
                <entry><key>SubscriptionsPending</key><value>1</value></entry>
                </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>""")) {
            Topic topic = (Topic) aws.collect(Topic.class).resources().get(0);
            assertThat(topic.attributes().knownTo(TopicAttributes.NO_SUBSCRIPTION))
                    .isTrue();
            assertThat(topic.attributes().knownTo(TopicAttributes.UNENCRYPTED)).isTrue();
        }
    }

    @Test
    void attributesThatAreRefusedAreUnknown() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=ListTopics", TOPICS.formatted(""))
                .answer("Action=GetTopicAttributes", 403, "text/xml", """
                        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>
                        <Code>AuthorizationError</Code><Message>no</Message></Error></ErrorResponse>""")) {
            Topic topic = (Topic) aws.collect(Topic.class).resources().get(0);
            assertThat(topic.attributes().unknownBecause().orElseThrow().cause())
                    .isEqualTo(Gap.Cause.DENIED);
        }
    }

    @Test
    void aPendingSubscriptionHasNoArnAndIsNotConfirmed() {
        try (CannedAws aws = new CannedAws().xml("Action=ListSubscriptions", """
                <ListSubscriptionsResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsResult><Subscriptions>
                <member><TopicArn>arn:aws:sns:us-east-1:111122223333:one</TopicArn><Protocol>email</Protocol>
                <SubscriptionArn>PendingConfirmation</SubscriptionArn><Endpoint>a@example.com</Endpoint></member>
                <member><TopicArn>arn:aws:sns:us-east-1:111122223333:one</TopicArn><Protocol>sqs</Protocol>
                <SubscriptionArn>arn:aws:sns:us-east-1:111122223333:one:5</SubscriptionArn>
                <Endpoint>arn:aws:sqs:us-east-1:111122223333:queue</Endpoint></member>
                </Subscriptions></ListSubscriptionsResult></ListSubscriptionsResponse>""")) {
            List<Subscription> subscriptions = aws.collect(Subscription.class).resources().stream()
                    .map(Subscription.class::cast)
                    .toList();
            assertThat(subscriptions).extracting(Subscription::confirmed).containsExactly(true, false);
            assertThat(subscriptions.get(1).arn().value())
                    .contains(":one:pending-")
                    .doesNotContain("example.com");
            assertThat(subscriptions.get(1).endpoint()).isEmpty();
        }
    }
}
