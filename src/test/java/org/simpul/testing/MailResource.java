package org.simpul.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/** A mail server on this machine. */
public class MailResource implements QuarkusTestResourceLifecycleManager {
    private static GreenMail server;

    @Override
    public Map<String, String> start() {
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        return Map.of(
                "simpul.delivery.mail.enabled", "true",
                "simpul.delivery.mail.console", "https://simpul.test/console",
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(server.getSmtp().getPort()),
                "quarkus.mailer.start-tls", "DISABLED",
                "quarkus.mailer.from", "simpul@simpul.test");
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** What has come for an address. */
    public static List<MimeMessage> received(String address) {
        return List.of(server.getReceivedMessagesForDomain(address));
    }
}
