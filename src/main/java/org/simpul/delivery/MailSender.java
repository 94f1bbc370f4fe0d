package org.simpul.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes to mailboxes, in Indonesian and English: that there is an item, whether it is urgent, and where the console is. */
@ApplicationScoped
class MailSender {
    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final String TEXT =
            """
            %1$s
            Masuklah ke konsol untuk melihatnya: %3$s

            %2$s
            Sign in to the console to see it: %3$s

            %4$s
            """;

    private final ReactiveMailer mailer;
    private final DeliveryConfig config;

    MailSender(ReactiveMailer mailer, DeliveryConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    SendResult send(Letter.ToMailbox letter) {
        // connecting, greeting, TLS and each command have their part in it
        Duration patience = config.patience().multipliedBy(4);
        try {
            mailer.send(mail(letter)).await().atMost(patience);
            return SendResult.ACCEPTED;
        } catch (RuntimeException e) {
            // its message may quote the address
            LOG.warnf(
                    "a mail server did not take a notification (%s)",
                    e.getClass().getSimpleName());
            return SendResult.REFUSED;
        }
    }

    private Mail mail(Letter.ToMailbox letter) {
        ItemText text = ItemText.of(letter.urgent());
        String subject = letter.urgent() ? "Simpul: mendesak / urgent" : "Simpul: rutin / routine";
        return Mail.withText(
                letter.address(),
                subject,
                TEXT.formatted(text.id(), text.en(), config.mail().console(), letter.id()));
    }
}
