package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of checks on derived facts, besides what the cases of such checks prove. */
class DerivationsTest {
    private static final String METADATA = """
            ec2-vpc-no-nat:
              title: VPC has no way out through a NAT gateway
              severity: low
              pillar: security
              why: For the test.
              fix: None.
              source: https://example.com
            """;
    private static final String CASES = """
            ec2-vpc-no-nat:
              - case: a NAT gateway
                given:
                  - AWS::EC2::VPC: {}
                  - AWS::EC2::Subnet: {}
                  - AWS::EC2::NatGateway: {}
                  - AWS::EC2::RouteTable: {routes: [{range: 0.0.0.0/0, kind: NAT gateway, target: nat-1, state: active}]}
                expect: PASS
              - {case: none, expect: FAIL}
            """;

    @TempDir
    Path directory;

    @Test
    void aCheckThatNegatesADerivedFactWaitsForAllDerivationsAndReadsWhatTheyRead() throws IOException {
        write("ec2/vpc.yaml", METADATA);
        write("ec2/vpc.cases.yaml", CASES);
        write("ec2/vpc.drl", """
                package own.ec2.vpc
                import io.awsaudit.inventory.ec2.Vpc
                import io.awsaudit.rules.derived.NatEgress
                global io.awsaudit.rules.Verdicts verdicts
                rule "ec2-vpc-no-nat"
                when
                    $vpc : Vpc( $arn : arn() )
                    not NatEgress( vpc == $arn )
                then
                    verdicts.fail( $vpc, "egress", "none" );
                end
                """);
        Catalog catalog = Catalog.builtIn().with(directory);
        CaseRunner runner = new CaseRunner(catalog);
        assertThat(runner.read(directory))
                .hasSize(2)
                .allSatisfy(example -> assertThat(runner.run(example).problems())
                        .as(example.name())
                        .isEmpty());
        Check check = catalog.check("ec2-vpc-no-nat").orElseThrow();
        assertThat(catalog.componentsOf(java.util.List.of(check))).containsExactly("AWS::EC2::RouteTable.prefixLists");
        assertThat(catalog.typesOf(java.util.List.of(check)))
                .extracting(Class::getSimpleName)
                .containsExactly("NatGateway", "RouteTable", "Subnet", "Vpc");
    }

    @Test
    void aDerivationThatNegatesADerivedFactIsRefused() throws IOException {
        write("ec2/vpc.yaml", METADATA);
        write("ec2/vpc.drl", """
                package own.ec2.vpc
                import io.awsaudit.inventory.ec2.Vpc
                global io.awsaudit.rules.Verdicts verdicts
                rule "ec2-vpc-no-nat"
                when
                    $vpc : Vpc( isDefault )
                then
                    verdicts.fail( $vpc, "isDefault", true );
                end
                """);
        write("derived/own.yaml", "own-lonely:\n  derives: SubnetRouting\n");
        write("derived/own.drl", """
                package own.derived
                import io.awsaudit.inventory.ec2.RouteTable
                import io.awsaudit.inventory.ec2.Subnet
                import io.awsaudit.rules.derived.NatEgress
                import io.awsaudit.rules.derived.SubnetRouting
                rule "own-lonely"
                when
                    $subnet : Subnet( $vpc : vpc )
                    $table : RouteTable( vpc == $vpc )
                    not NatEgress( vpc == $vpc )
                then
                    insert( new SubnetRouting( $subnet, $table ) );
                end
                """);
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> Catalog.builtIn().with(directory))
                .withMessageContaining("negates NatEgress");
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
