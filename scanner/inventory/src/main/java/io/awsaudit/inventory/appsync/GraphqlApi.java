package io.awsaudit.inventory.appsync;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A GraphQL API of the account's own, read whole by {@code appsync:ListGraphqlApis}.
 *
 * @param authorization the ways in which callers may say who they are, the primary one first
 * @param fieldLogLevel what of resolvers is logged; empty where nothing is logged at all
 * @param xrayEnabled whether X-Ray traces its requests
 * @param webAcl what filters its requests
 * @param visibility from where it can be reached; empty where AWS does not say, which means from everywhere
 * @param introspection whether callers may ask for its schema; empty where AWS does not say, which means that they may
 * @param queryDepthLimit how many levels a query may have; 0 for any number
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/APIReference/API_GraphqlApi.html">GraphqlApi</a>
 */
@CloudFormationType("AWS::AppSync::GraphQLApi")
public record GraphqlApi(
        Identity identity,
        List<Authorization> authorization,
        Optional<FieldLogLevel> fieldLogLevel,
        boolean xrayEnabled,
        Optional<Arn> webAcl,
        Optional<Visibility> visibility,
        Optional<Introspection> introspection,
        int queryDepthLimit)
        implements Resource {
    public GraphqlApi {
        authorization = List.copyOf(authorization);
    }

    /** A way in which callers may say who they are. */
    public record Authorization(String value) implements OpenValue {
        public static final Authorization API_KEY = new Authorization("API_KEY");
        public static final Authorization AWS_IAM = new Authorization("AWS_IAM");
    }

    /** What of resolvers is logged. */
    public record FieldLogLevel(String value) implements OpenValue {
        public static final FieldLogLevel NONE = new FieldLogLevel("NONE");
        public static final FieldLogLevel ERROR = new FieldLogLevel("ERROR");
        public static final FieldLogLevel ALL = new FieldLogLevel("ALL");
    }

    /** From where an API can be reached. */
    public record Visibility(String value) implements OpenValue {
        public static final Visibility GLOBAL = new Visibility("GLOBAL");
        public static final Visibility PRIVATE = new Visibility("PRIVATE");
    }

    /** Whether callers may ask for the schema. */
    public record Introspection(String value) implements OpenValue {
        public static final Introspection ENABLED = new Introspection("ENABLED");
        public static final Introspection DISABLED = new Introspection("DISABLED");
    }

    /** {@return whether a key that never says whose it is suffices for a call} */
    public boolean takesApiKeys() {
        return authorization.contains(Authorization.API_KEY);
    }

    /** {@return whether nothing of what resolvers do is logged} */
    public boolean isUnlogged() {
        return fieldLogLevel.filter(level -> !level.equals(FieldLogLevel.NONE)).isEmpty();
    }

    /** {@return whether it can be reached from within VPCs alone} */
    public boolean isPrivate() {
        return visibility.equals(Optional.of(Visibility.PRIVATE));
    }

    /** {@return whether callers may ask for its schema} */
    public boolean tellsSchema() {
        return !introspection.equals(Optional.of(Introspection.DISABLED));
    }

    /** {@return whether a query may have so many levels that it takes as long as whoever wrote it likes} */
    public boolean takesEndlessQueries() {
        return queryDepthLimit == 0;
    }

    @Override
    public Stream<Edge> edges() {
        return webAcl.stream().map(acl -> new Edge(arn(), Relation.PROTECTED_BY, acl));
    }
}
