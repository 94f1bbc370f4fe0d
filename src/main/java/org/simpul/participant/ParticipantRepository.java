package org.simpul.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Institutions are known to all members; no scope. */
@ApplicationScoped
class ParticipantRepository implements PanacheRepositoryBase<Participant, UUID> {}
