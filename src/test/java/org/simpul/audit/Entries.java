package org.simpul.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions.Institution;

/** Entries written down without the acts that leave them. */
final class Entries {
    final Institution institution;
    final @Nullable UUID person;
    String act = "referral.read";
    String kind = "REFERRAL";

    @Nullable
    UUID object;

    @Nullable
    UUID owner;

    @Nullable
    String purpose;

    @Nullable
    String matter;

    Entries(Institution institution, @Nullable UUID person) {
        this.institution = institution;
        this.person = person;
    }

    Entries act(String done) {
        act = done;
        return this;
    }

    Entries on(String ofKind, UUID id, @Nullable UUID ownedBy) {
        kind = ofKind;
        object = id;
        owner = ownedBy;
        return this;
    }

    Entries under(String stated, String reference) {
        purpose = stated;
        matter = reference;
        return this;
    }

    /** One after another, just now. */
    Entries write(int times) {
        for (int i = 0; i < times; i++) {
            writeAt(Instant.now());
        }
        return this;
    }

    UUID writeAt(Instant at) {
        UUID id = at.isBefore(Instant.now().minusSeconds(60)) ? Ids.at(at) : Ids.next();
        Drafts.execute(
                """
                insert into audit_entry (id, at, person_id, actor, participant_id, roles, client, act, object_kind, object_id,
                  object_owner, purpose, case_reference, outcome, request_id, payload, nonce, detail_key)
                values (?, ?, ?, ?, ?, '{}', 'test', ?, ?, ?, ?, ?, ?, 'ALLOWED', ?, '{}', decode(repeat('00', 32), 'hex'),
                  decode(repeat('00', 32), 'hex'))
                """,
                id,
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                person,
                person == null ? "system:test" : "person",
                institution.id(),
                act,
                kind,
                object,
                owner,
                purpose,
                matter,
                UUID.randomUUID().toString());
        return id;
    }
}
