package org.simpul.access.quota;

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
public class Quotas {
    private final EntityManager database;
    private final ZoneId zone;
    private final InstantSource clock;

    Quotas(EntityManager database, @ConfigProperty(name = "simpul.time-zone") ZoneId zone, InstantSource clock) {
        this.database = database;
        this.zone = zone;
        this.clock = clock;
    }

    /** @throws Problem QUOTA_USED until the next midnight */
    public void count(Caller caller, Quota quota) {
        count(caller, quota, 1);
    }

    /**
     * Counts several at once, all of them or none.
     *
     * @throws Problem QUOTA_USED until the next midnight
     */
    public void count(Caller caller, Quota quota, int several) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, zone);
        int ofAll = asked(caller, caller.participantId(), quota, day, several);
        if (ofAll > quota.perAgency() || asked(caller, caller.person(), quota, day, several) > quota.perPerson()) {
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            throw Problem.quotaUsed(
                    quota.field(), quota.code(), Duration.between(now, midnight).plusSeconds(1));
        }
        if (ofAll == several) {
            forgetDaysPast(caller);
        }
    }

    private int asked(Caller caller, UUID counted, Quota quota, LocalDate day, int several) {
        return (Integer) database.createNativeQuery(
                        """
                        insert into inquiry_quota as q (owner, kind, counted, day, asked) values (:owner, :kind, :counted, :day, :several)
                        on conflict (owner, kind, counted, day) do update set asked = q.asked + :several returning asked
                        """)
                .setParameter("owner", caller.participantId())
                .setParameter("kind", quota.kind())
                .setParameter("counted", counted)
                .setParameter("day", day)
                .setParameter("several", several)
                .getSingleResult();
    }

    /** How much somebody asked is of no use after its day; the wall leaves those of the last week. */
    private void forgetDaysPast(Caller caller) {
        database.createNativeQuery("delete from inquiry_quota where owner = :owner and day < current_date - 7")
                .setParameter("owner", caller.participantId())
                .executeUpdate();
    }
}
