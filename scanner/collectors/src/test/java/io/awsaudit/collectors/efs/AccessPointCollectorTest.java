package io.awsaudit.collectors.efs;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.efs.AccessPoint;
import io.awsaudit.inventory.efs.FileSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of access points, with AWS's documented responses. */
class AccessPointCollectorTest {
    private static final String SYSTEMS = "GET /2015-02-01/file-systems";
    private static final String LIST = "GET /2015-02-01/access-points ";

    @Test
    void withoutFileSystemsThereAreNoAccessPointsToAskFor() {
        try (CannedAws aws = new CannedAws().json(SYSTEMS, "{\"FileSystems\":[]}")) {
            Inventory inventory = aws.collect(FileSystem.class, AccessPoint.class);
            assertThat(inventory.coverage().listings())
                    .hasSize(2)
                    .allMatch(listing -> listing.gap().isEmpty());
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("/2015-02-01/"))
                    .hasSize(1);
        }
    }

    @Test
    void whereFileSystemsMayNotBeListedAccessPointsAreAskedForAllTheSame() {
        try (CannedAws aws = new CannedAws()
                .answer(SYSTEMS, 403, "application/json", "{\"__type\":\"AccessDeniedException\"}")
                .json(
                        LIST,
                        "{\"AccessPoints\":["
                                + point("fsap-1", "available", "\"RootDirectory\":{\"Path\":\"/\"}")
                                + "]}")) {
            assertThat(aws.collect(FileSystem.class, AccessPoint.class).resources())
                    .hasSize(1);
        }
    }

    @Test
    void aListingIsReadToItsLastPageAndDeletedAccessPointsAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"AccessPoints\":["
                                + point("fsap-1", "available", "\"RootDirectory\":{\"Path\":\"/\"}")
                                + "],\"NextToken\":\"more\"}")
                .json(
                        "NextToken=more",
                        "{\"AccessPoints\":["
                                + point("fsap-2", "available", """
                                        "PosixUser":{"Uid":1000,"Gid":1000},"Name":"application",
                                        "RootDirectory":{"Path":"/application"}""")
                                + ","
                                + point("fsap-3", "deleting", "\"RootDirectory\":{\"Path\":\"/\"}")
                                + "]}")) {
            List<AccessPoint> points = aws.collect(AccessPoint.class).resources().stream()
                    .map(AccessPoint.class::cast)
                    .toList();
            assertThat(points).extracting(AccessPoint::name).containsExactly("fsap-1", "application");
            assertThat(points.get(0).showsEverything()).isTrue();
            assertThat(points.get(0).enforcesUser()).isFalse();
            assertThat(points.get(1).rootDirectory()).isEqualTo("/application");
            assertThat(points.get(1).enforcesUser()).isTrue();
            assertThat(points.get(1).fileSystem())
                    .isEqualTo(new Arn("arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1"));
        }
    }

    @Test
    void anAccessPointWithoutARootDirectoryIsAGap() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"AccessPoints\":[" + point("fsap-1", "available", "\"Name\":\"x\"") + "]}")) {
            Inventory inventory = aws.collect(AccessPoint.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anySatisfy(
                            listing -> assertThat(listing.gap().map(Gap::detail).orElse(""))
                                    .contains("RootDirectory"));
        }
    }

    private static String point(String id, String state, String more) {
        return """
                {"OwnerId":"111122223333","ClientToken":"t","AccessPointId":"%s","FileSystemId":"fs-1","LifeCycleState":"%s",
                "AccessPointArn":"arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/%s","Tags":[],%s}
                """.formatted(id, state, id, more);
    }
}
