package org.simpul.sharing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a person is on the team of an object; kept by the database from the team, read by {@link Visibility}. */
@Entity
@Immutable
class TeamGrant {
    @Id
    UUID owner;

    @Id
    UUID objectId;

    @Id
    UUID personId;
}
