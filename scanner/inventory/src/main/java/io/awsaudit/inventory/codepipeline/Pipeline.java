package io.awsaudit.inventory.codepipeline;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * A pipeline. {@code codepipeline:ListPipelines} tells its name and type, and {@code codepipeline:GetPipeline} what it does.
 *
 * @param pipelineType {@code V1}, as it is where AWS names none, or {@code V2}
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html">PipelineDeclaration</a>
 */
@CloudFormationType("AWS::CodePipeline::Pipeline")
public record Pipeline(Identity identity, String pipelineType, Observed<PipelineDefinition> definition)
        implements Resource {
    private static final String SECOND = "V2";

    /** {@return whether it is of the type whose stages can be rolled back} */
    public boolean canRollBack() {
        return pipelineType.equals(SECOND);
    }

    @Override
    public Stream<Edge> edges() {
        return definition.asOptional().stream()
                .flatMap(known -> known.role().stream())
                .map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }
}
