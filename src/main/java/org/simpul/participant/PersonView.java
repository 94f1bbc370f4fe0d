package org.simpul.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of the institution's own people.
 *
 * @param login at the institution's own sign-in
 * @param roles as the institution's identity provider gave them at the last sign-in
 * @param lastSeenAt to the minute
 * @param signedInAt when the person last gave a factor, as far as the identity provider tells
 */
@Schema(name = "Person")
public record PersonView(
        UUID id,
        String login,
        List<String> roles,
        PersonStatus status,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable Instant signedInAt) {

    static PersonView from(Person person) {
        return new PersonView(
                person.id,
                person.login,
                List.of(person.roles),
                person.status,
                person.firstSeenAt,
                person.lastSeenAt,
                person.signedInAt);
    }
}
