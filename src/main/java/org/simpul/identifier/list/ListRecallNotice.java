package org.simpul.identifier.list;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What one receiver is told of a recall; read by it and by the list's owner. */
@Entity
@Immutable
@Table(name = "identifier_list_recall_notice")
class ListRecallNotice {
    @Id
    UUID id;

    UUID owner;

    /** The list. */
    UUID objectId;

    /** The receiver. */
    UUID objectOwner;

    UUID recallId;
    String title;
    Instant recalledAt;
}
