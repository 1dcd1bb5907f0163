package io.awsaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
    private static final String ACCESS_KEY = "AKIA" + "IOSFODNN7EXAMPLE";
    private static final String SCRIPT = "#!/bin/bash\nyum update -y\nexport AWS_ACCESS_KEY_ID=" + ACCESS_KEY + "\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export DB_PASSWORD=hunter22",
                "DB_PASSWORD='correct horse'",
                "password: hunter22",
                "\"password\": \"hunter22\",",
                "{\"user\": \"app\", \"apiKey\": \"0123456789\"}",
                "docker run -e POSTGRES_PASSWORD=hunter22 postgres",
                "mysql -u root --password=hunter22 app",
                "kubeadm join 10.0.0.1:6443 --token abcdef.0123456789abcdef",
                "./agent --token \"0123456789\"",
                "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG",
                "echo \"ec2-user:hunter22\" | chpasswd",
                "echo 'ec2-user:hunter22' | sudo chpasswd",
                "psql postgres://app:hunter22@db.example.com/orders",
                "$Password = \"Hunter22!\"",
                "net user admin /add; set ADMIN_PASSWORD=Hunter22!",
                "client_secret=\"a1b2c3d4e5\""
            })
    void aLineThatSetsACredentialIsFound(String line) {
        assertThat(Secrets.inText("#!/bin/bash\n" + line + "\ntrue\n"))
                .extracting(Secret::where)
                .containsExactly("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600')",
                "TOKEN=`curl -s -X PUT http://169.254.169.254/latest/api/token`",
                "curl -H \"X-aws-ec2-metadata-token: $TOKEN\" http://169.254.169.254/latest/meta-data/",
                "aws ecr get-login-password | docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com",
                "DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString --output text)",
                "PASSWORD=$1",
                "password: ${db_password}",
                "password: {{ vault_password }}",
                "chpasswd: { expire: false }",
                "lock_passwd: true",
                "ssh_pwauth: false",
                "passwd: $6$rounds=4096$salt$hash",
                "DB_PASSWORD=changeme",
                "API_KEY=<your key>",
                "SECRET_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
                "DB_SECRET=prod/db/password",
                "DB_PASSWORD=/prod/db/password",
                "DB_PASSWORD={{resolve:secretsmanager:db:SecretString:password}}",
                "password=\"$DB_PASSWORD\"",
                "read -s -p 'Password: ' PASSWORD",
                "PasswordAuthentication no",
                "apt-key adv --keyserver keyserver.ubuntu.com --recv-keys 9DA31620334BD75D9DCB49F368818C72E52529D4",
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7vbqajDw4o6gJy8UtmIbkcpnkO3Kwc4qsEnSZp5TEUSc8 ann@example.com",
                "ssh_authorized_keys:",
                "gpgkey=https://packages.example.com/RPM-GPG-KEY-example",
                "echo ECS_CLUSTER=prod >> /etc/ecs/ecs.config",
                "/etc/eks/bootstrap.sh prod --b64-cluster-ca LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUMvakNDQWVhZ0F3SUJBZ0lCQURBTkJna3Foa2lHOXcwQkFRc0ZBREFWTVJNd0VRWURWUVFERXdwcmRXSmwKY201bGRHVnpNQjRYRFRJeE1EWXdNVEUyTURJME0xb1hEVE14TURVek1ERTJNREkwTTFvd0ZURVRNQkVHQTFVRQpBeE1LYTNWaVpYSnVaWFJsY3pDQ0FTSXdEUVlKS29aSWh2Y05BUUVCQlFBRGdnRVBBRENDQVFvQ2dnRUJBTHdhCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K",
                "sha256sum: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "key_name: web",
                "password = getpass.getpass()",
                "aws ssm get-parameter --name /prod/db/password --with-decryption",
            })
    void aLineThatKeepsNoCredentialIsNotFound(String line) {
        assertThat(Secrets.inText("#!/bin/bash\n" + line + "\ntrue\n")).isEmpty();
    }

    @Test
    void eachLineIsNamedOnceWithWhatItLooksLike() {
        assertThat(Secret.words(Secrets.inText(SCRIPT + "PASSWORD=hunter22\r\ntrue")))
                .containsExactly("line 3 looks like an AWS access key", "line 4 looks like a password or key");
    }

    @Test
    void aPrivateKeyIsFoundWhereItBegins() {
        String key = "-----BEGIN RSA PRIV" + "ATE KEY-----\n"
                + "MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7\n".repeat(4) + "-----END RSA PRIV"
                + "ATE KEY-----\n";
        assertThat(Secrets.inText("write_files:\n- content: |\n" + key))
                .extracting(Secret::where)
                .containsOnly("line 3");
    }

    @Test
    void userDataIsReadInEachOfItsForms() throws IOException {
        byte[] script = SCRIPT.getBytes(StandardCharsets.UTF_8);
        String parts =
                """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="//"

                --//
                Content-Type: text/x-shellscript
                Content-Transfer-Encoding: base64

                %s

                --//--
                """.formatted(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(script));
        String files =
                "#cloud-config\nwrite_files:\n- encoding: gz+b64\n  path: /a\n  content: " + base64(zipped(script));
        assertThat(Secrets.inUserData(base64(script))).extracting(Secret::where).containsExactly("line 3");
        assertThat(Secrets.inUserData(base64(zipped(script))))
                .extracting(Secret::where)
                .containsExactly("line 3");
        assertThat(Secrets.inUserData(base64(parts.getBytes(StandardCharsets.UTF_8))))
                .extracting(Secret::where)
                .containsExactly("line 8");
        assertThat(Secrets.inUserData(base64(files.getBytes(StandardCharsets.UTF_8))))
                .extracting(Secret::where)
                .containsExactly("line 5");
    }

    @Test
    void userDataWithoutACredentialAndEmptyUserDataHaveNone() {
        assertThat(Secrets.inUserData("")).isEmpty();
        assertThat(Secrets.inUserData(base64("#!/bin/bash\nyum update -y\n".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(Secrets.inUserData(base64(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})))
                .isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotTakenForFreeOfCredentials() throws IOException {
        String bomb = base64(zipped(new byte[4 << 20]));
        assertThatThrownBy(() -> Secrets.inUserData(bomb)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noFindingHasTheCredential() {
        List<Secret> secrets = Secrets.inText(SCRIPT);
        assertThat(secrets).isNotEmpty();
        assertThat(secrets.toString()).doesNotContain(ACCESS_KEY);
        assertThat(new Secret(ACCESS_KEY, "x").where()).doesNotContain(ACCESS_KEY);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
