package io.awsaudit.inventory.cloudfront;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The domain names under which S3's API answers for a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Virtual hosting</a>
 */
final class S3Domain {
    private static final Pattern BUCKET =
            Pattern.compile("(.+)\\.s3(?:[.-](?:dualstack\\.)?[a-z]{2}(?:-[a-z]+)+-\\d+)?\\.amazonaws\\.com(?:\\.cn)?");

    private S3Domain() {}

    /** {@return the bucket of a domain name, empty for an access point's alias and for other domains} */
    static Optional<String> bucketOf(String domainName) {
        Matcher matcher = BUCKET.matcher(domainName);
        return matcher.matches()
                ? Optional.of(matcher.group(1)).filter(name -> !name.endsWith("-s3alias") && !name.endsWith("--ol-s3"))
                : Optional.empty();
    }
}
