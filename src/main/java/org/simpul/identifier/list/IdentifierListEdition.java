package org.simpul.identifier.list;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;

/** What went out: the entries of all drafts up to one, as they were valid when it was sealed. */
@Entity
@Immutable
class IdentifierListEdition {
    @Id
    UUID id;

    UUID owner;
    UUID listId;
    int number;
    int draft;
    String title;
    String tlp;
    String pap;
    String digest;
    UUID[] writtenBy;
    UUID handedOverBy;
    UUID approvedBy;
    Instant sealedAt;

    Handling handling() {
        return new Handling(Tlp.of(tlp), Pap.of(pap));
    }
}
