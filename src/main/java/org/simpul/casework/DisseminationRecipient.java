package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Audience;

/** A chosen recipient: an agency, or a named person of it. */
@Entity
class DisseminationRecipient {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID participantId;

    @Nullable
    UUID personId;

    @Nullable
    String login;

    Audience audience() {
        return audience(participantId, personId);
    }

    static Audience audience(UUID participantId, @Nullable UUID personId) {
        return personId == null ? Audience.participant(participantId) : Audience.persons(List.of(personId));
    }
}
