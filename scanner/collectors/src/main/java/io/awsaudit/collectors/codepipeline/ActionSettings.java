package io.awsaudit.collectors.codepipeline;

import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;

/** Looks into the settings of actions for credentials. */
final class ActionSettings {
    /** Of an action that builds: a list of variables as JSON, each with name, value and type. */
    private static final String VARIABLES = "EnvironmentVariables";

    private static final String PLAIN = "PLAINTEXT";

    private static final tools.jackson.databind.json.JsonMapper JSON = new tools.jackson.databind.json.JsonMapper();

    private ActionSettings() {}

    /** {@return those that look like a credential, each with the name of its action} */
    static List<Secret> secretsOf(ActionDeclaration action) {
        Map<String, String> settings = new TreeMap<>();
        action.configuration().forEach((name, value) -> {
            if (name.equals(VARIABLES)) {
                settings.putAll(variables(value));
            } else {
                settings.put(name, value);
            }
        });
        action.environmentVariables().stream()
                .filter(variable -> variable.typeAsString() == null
                        || variable.typeAsString().equals(PLAIN))
                .forEach(variable -> settings.put(variable.name(), variable.value()));
        return Secrets.inSettings(settings).stream()
                .map(secret -> new Secret(action.name() + " " + secret.where(), secret.reason()))
                .toList();
    }

    /** What is no such list, CodePipeline does not take. */
    private static Map<String, String> variables(String json) {
        Map<String, String> variables = new TreeMap<>();
        for (var variable : JSON.readTree(json)) {
            if (variable.path("type").asString(PLAIN).equals(PLAIN)) {
                variables.put(
                        variable.path("name").asString(""),
                        variable.path("value").asString(""));
            }
        }
        return variables;
    }
}
