package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.simpul.access.Caller;
import org.simpul.shared.Problem;

/** Counts in the database, so that all hubs count alike; one that is refused leaves the count as it was. */
@ApplicationScoped
class PointerQuota {
    private final EntityManager database;
    private final PointerConfig config;
    private final ZoneId zone;
    private final InstantSource clock;

    PointerQuota(
            EntityManager database,
            PointerConfig config,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone,
            InstantSource clock) {
        this.database = database;
        this.config = config;
        this.zone = zone;
        this.clock = clock;
    }

    /** @throws Problem QUOTA_USED until the next midnight */
    void count(Caller caller) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, zone);
        if (asked(caller, caller.participantId(), day) > config.perAgency()
                || asked(caller, caller.person(), day) > config.perPerson()) {
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            throw Problem.quotaUsed(
                    "pointer", "pointer_quota", Duration.between(now, midnight).plusSeconds(1));
        }
    }

    private int asked(Caller caller, UUID counted, LocalDate day) {
        return (Integer) database.createNativeQuery(
                        """
                        insert into pointer_quota as q (owner, counted, day, asked) values (:owner, :counted, :day, 1)
                        on conflict (owner, counted, day) do update set asked = q.asked + 1 returning asked
                        """,
                        Integer.class)
                .setParameter("owner", caller.participantId())
                .setParameter("counted", counted)
                .setParameter("day", day)
                .getSingleResult();
    }
}
