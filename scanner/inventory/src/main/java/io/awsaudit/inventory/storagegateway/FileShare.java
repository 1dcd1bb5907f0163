package io.awsaudit.inventory.storagegateway;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A share through which a gateway gives a bucket as files, read by {@code storagegateway:ListFileShares}; what it is set to, by
 * {@code storagegateway:DescribeNFSFileShares} or {@code storagegateway:DescribeSMBFileShares}.
 *
 * <p>CloudFormation has no such type; the name follows that of its other ones.
 *
 * @see <a href="https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_FileShareInfo.html">FileShareInfo</a>
 */
@CloudFormationType("AWS::StorageGateway::FileShare")
public record FileShare(Identity identity, Arn gateway, Protocol protocol, Observed<Settings> settings)
        implements Resource {
    private static final String GUEST_ACCESS = "GuestAccess";
    private static final Set<String> PUBLIC_ACLS = Set.of("public-read", "public-read-write", "authenticated-read");

    /** How files are asked for. */
    public record Protocol(String value) implements OpenValue {
        public static final Protocol NFS = new Protocol("NFS");
        public static final Protocol SMB = new Protocol("SMB");
    }

    /**
     * What a share is set to.
     *
     * @param bucket what it gives: a bucket or an access point, and a folder
     * @param kmsKey the key that encrypts what it writes; the bucket's own way where empty
     * @param objectAcl what it grants others on what it writes, such as {@code private}
     * @param clients addresses and ranges that may mount it, of NFS; all where there are none
     * @param authentication who may mount it, of SMB: {@code ActiveDirectory} or {@code GuestAccess}
     * @param auditDestination where it is recorded who did what, of SMB; empty where nowhere
     */
    public record Settings(
            Optional<Arn> bucket,
            Optional<Arn> kmsKey,
            Optional<String> objectAcl,
            List<String> clients,
            Optional<String> authentication,
            Optional<Arn> auditDestination) {
        private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0", "::/0");

        public Settings {
            clients = List.copyOf(clients);
        }

        boolean admitsEverybody() {
            return clients.isEmpty() || clients.stream().anyMatch(EVERYBODY::contains);
        }
    }

    /** {@return whether it is one of NFS} */
    public boolean isNfs() {
        return protocol.equals(Protocol.NFS);
    }

    /** {@return whether it is one of SMB} */
    public boolean isSmb() {
        return protocol.equals(Protocol.SMB);
    }

    /** {@return whether it is known that whoever reaches its gateway may mount it} */
    public boolean admitsEverybody() {
        return isNfs() && settings.knownTo(Settings::admitsEverybody);
    }

    /** {@return whether it is known that everybody with one password may mount it} */
    public boolean admitsGuests() {
        return isSmb()
                && settings.knownTo(known ->
                        known.authentication().filter(GUEST_ACCESS::equals).isPresent());
    }

    /** {@return whether it is known that what it writes is granted to strangers} */
    public boolean writesForStrangers() {
        return settings.knownTo(
                known -> known.objectAcl().filter(PUBLIC_ACLS::contains).isPresent());
    }

    /** {@return whether it is known that nobody records who does what} */
    public boolean isUnaudited() {
        return isSmb() && settings.knownTo(known -> known.auditDestination().isEmpty());
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.IN, gateway)),
                settings.asOptional().stream()
                        .flatMap(known -> known.kmsKey().stream())
                        .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)));
    }
}
