package io.awsaudit.collectors.ssm;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ssm.ServiceSettings;
import io.awsaudit.inventory.ssm.ServiceSettings.LogDestination;
import io.awsaudit.inventory.ssm.ServiceSettings.PublicSharing;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssm.model.ServiceSetting;

/** Reads how Systems Manager works in a region. */
final class ServiceSettingsCollector implements Collector<ServiceSettings> {
    private static final String PUBLIC_SHARING = "/ssm/documents/console/public-sharing-permission";
    private static final String LOG_DESTINATION = "/ssm/automation/customer-script-log-destination";

    private static final Detail AUTOMATION_LOGS = Detail.of(
                    ServiceSettings.class, "automationLogs", "ssm:GetServiceSetting")
            .separately();
    private static final Detail DOCUMENT_SHARING = Detail.of(
                    ServiceSettings.class, "documentSharing", "ssm:GetServiceSetting")
            .separately();

    @Override
    public Set<Class<? extends ServiceSettings>> yields() {
        return Set.of(ServiceSettings.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(AUTOMATION_LOGS, DOCUMENT_SHARING);
    }

    @Override
    public Stream<ServiceSettings> collect(Reads reads) {
        Arn arn = reads.arn("ssm", "servicesetting");
        return Stream.of(new ServiceSettings(
                Identity.untagged(
                        arn, reads.account(), reads.region(), "Systems Manager settings of " + reads.region()),
                reads.observe(
                        DOCUMENT_SHARING,
                        arn,
                        () -> new PublicSharing(
                                Answers.sent(setting(PUBLIC_SHARING, reads).settingValue(), "SettingValue"))),
                reads.observe(AUTOMATION_LOGS, arn, () -> logDestination(setting(LOG_DESTINATION, reads)))));
    }

    private static ServiceSetting setting(String id, Reads reads) {
        return Answers.sent(
                reads.client(Ssm.CLIENT)
                        .getServiceSetting(request -> request.settingId(id))
                        .serviceSetting(),
                "ServiceSetting");
    }

    private static LogDestination logDestination(ServiceSetting setting) {
        String value = setting.settingValue();
        return value == null || value.isBlank() ? LogDestination.NONE : new LogDestination(value);
    }
}
