package io.awsaudit.collectors.storagegateway;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.storagegateway.FileShare;
import io.awsaudit.inventory.storagegateway.FileShare.Protocol;
import io.awsaudit.inventory.storagegateway.FileShare.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.storagegateway.StorageGatewayClient;
import software.amazon.awssdk.services.storagegateway.model.FileShareInfo;
import software.amazon.awssdk.services.storagegateway.model.NFSFileShareInfo;
import software.amazon.awssdk.services.storagegateway.model.SMBFileShareInfo;

/** Reads the file shares of the gateways of a region, ten of a kind at a time. */
final class FileShareCollector implements Collector<FileShare> {
    private static final int BATCH = 10;
    private static final Operation LIST =
            Operation.of("storagegateway:ListFileShares").pages(StorageGateway.PAGE);
    private static final String DESCRIBE_NFS = "storagegateway:DescribeNFSFileShares";
    private static final String DESCRIBE_SMB = "storagegateway:DescribeSMBFileShares";
    private static final Detail NFS_SETTINGS =
            Detail.of(FileShare.class, "settings", DESCRIBE_NFS).batches(BATCH).where("of NFS");
    private static final Detail NFS_TAGS =
            Detail.of(FileShare.class, "tags", DESCRIBE_NFS).batches(BATCH).where("of NFS");
    private static final Detail SMB_SETTINGS =
            Detail.of(FileShare.class, "settings", DESCRIBE_SMB).batches(BATCH).where("of SMB");
    private static final Detail SMB_TAGS =
            Detail.of(FileShare.class, "tags", DESCRIBE_SMB).batches(BATCH).where("of SMB");

    /** What the description of a share holds. */
    private record Description(Map<String, String> tags, Settings settings) {}

    @Override
    public Set<Class<? extends FileShare>> yields() {
        return Set.of(FileShare.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(NFS_SETTINGS, NFS_TAGS, SMB_SETTINGS, SMB_TAGS);
    }

    @Override
    public Stream<FileShare> collect(Reads reads) {
        StorageGatewayClient client = reads.client(StorageGateway.CLIENT);
        List<FileShareInfo> shares = reads.pages(
                        LIST,
                        () -> client.listFileSharesPaginator(request -> request.limit(StorageGateway.PAGE))
                                .fileShareInfoList())
                .toList();
        return Stream.concat(
                        Batches.of(of(shares, Protocol.NFS), BATCH, part -> nfs(part, client)),
                        Batches.of(of(shares, Protocol.SMB), BATCH, part -> smb(part, client)))
                .map(item -> read(item, reads));
    }

    private static Stream<FileShareInfo> of(List<FileShareInfo> shares, Protocol protocol) {
        return shares.stream().filter(share -> protocol.value().equals(share.fileShareTypeAsString()));
    }

    private static FileShare read(Batches.Item<FileShareInfo, Map<String, Description>> item, Reads reads) {
        FileShareInfo listed = item.value();
        Arn arn = new Arn(listed.fileShareARN());
        Protocol protocol = new Protocol(listed.fileShareTypeAsString());
        boolean nfs = protocol.equals(Protocol.NFS);
        return new FileShare(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.fileShareId(),
                        reads.observe(
                                nfs ? NFS_TAGS : SMB_TAGS,
                                arn,
                                () -> described(item).tags())),
                new Arn(Answers.sent(listed.gatewayARN(), "GatewayARN")),
                protocol,
                reads.observe(
                        nfs ? NFS_SETTINGS : SMB_SETTINGS,
                        arn,
                        () -> described(item).settings()));
    }

    private static Description described(Batches.Item<FileShareInfo, Map<String, Description>> item) {
        return Answers.sent(item.answer().get().get(item.value().fileShareARN()), "the file share");
    }

    private static Map<String, Description> nfs(List<FileShareInfo> part, StorageGatewayClient client) {
        Map<String, Description> described = new HashMap<>();
        client.describeNFSFileShares(request -> request.fileShareARNList(arns(part)))
                .nfsFileShareInfoList()
                .forEach(share -> described.put(share.fileShareARN(), description(share)));
        return described;
    }

    private static Map<String, Description> smb(List<FileShareInfo> part, StorageGatewayClient client) {
        Map<String, Description> described = new HashMap<>();
        client.describeSMBFileShares(request -> request.fileShareARNList(arns(part)))
                .smbFileShareInfoList()
                .forEach(share -> described.put(share.fileShareARN(), description(share)));
        return described;
    }

    private static List<String> arns(List<FileShareInfo> part) {
        return part.stream().map(FileShareInfo::fileShareARN).toList();
    }

    private static Description description(NFSFileShareInfo share) {
        return new Description(
                StorageGateway.tags(share.tags()),
                new Settings(
                        StorageGateway.arn(share.locationARN()),
                        StorageGateway.arn(share.kmsKey()),
                        Optional.ofNullable(share.objectACLAsString()),
                        share.clientList(),
                        Optional.empty(),
                        StorageGateway.arn(share.auditDestinationARN())));
    }

    private static Description description(SMBFileShareInfo share) {
        return new Description(
                StorageGateway.tags(share.tags()),
                new Settings(
                        StorageGateway.arn(share.locationARN()),
                        StorageGateway.arn(share.kmsKey()),
                        Optional.ofNullable(share.objectACLAsString()),
                        List.of(),
                        Optional.ofNullable(share.authentication()),
                        StorageGateway.arn(share.auditDestinationARN())));
    }
}
