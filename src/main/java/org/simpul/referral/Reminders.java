package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;

/**
 * Reminds an institution of its own referrals, each once a day: a statutory report that is past its due date, also where
 * a P1 was submitted without it, and what the FIU asked to keep and is overwritten soon, while nobody has answered; and
 * its approvers of what waits for them.
 */
@ApplicationScoped
class Reminders {
    private static final String OVERDUE =
            """
            select v.referral_id from referral_version v join referral r on r.id = v.referral_id and r.owner = v.owner
            where v.owner = :owner and v.statutory_status = 'PENDING' and v.statutory_due_on < :today
              and r.status <> 'EXPIRED'
              and not exists (select from referral_version n
                where n.owner = v.owner and n.referral_id = v.referral_id and n.number > v.number)
            """;

    /** As the newest version that lists an item tells of it. */
    private static final String OVERWRITTEN_SOON =
            """
            select distinct q.object_id from preservation_request q cross join lateral unnest(q.items) as asked(reference)
            where q.object_owner = :owner
              and (select i.overwritten_on from referral_held_item i join referral_version v on v.id = i.version_id
                   where i.owner = :owner and i.reference = asked.reference and v.referral_id = q.object_id
                   order by v.number desc limit 1) between :today and :last
              and not exists (select from preservation_answer a
                where a.owner = :owner and a.object_id = q.id and a.item_reference = asked.reference)
            """;

    /** A P1 after an hour, the others after a day. */
    private static final String PENDING =
            """
            select r.id, v.urgency = 'P1' from referral r join referral_version v
              on v.referral_id = r.id and v.owner = r.owner and v.sealed_at is null
            where r.owner = :owner and r.status = 'PENDING_APPROVAL'
              and r.touched_at <= cast(:now as timestamptz)
                - case v.urgency when 'P1' then interval '1 hour' else interval '1 day' end
            """;

    private enum Reason {
        STATUTORY_OVERDUE,
        APPROVAL_PENDING,
        HELD_ITEM_OVERWRITTEN_SOON
    }

    private final EntityManager database;
    private final CurrentCaller current;
    private final ReferralDays days;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    Reminders(
            EntityManager database,
            CurrentCaller current,
            ReferralDays days,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.current = current;
        this.days = days;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the institution that the caller acts for. */
    @Transactional
    public void remind() {
        UUID owner = current.get().participantId();
        LocalDate today = days.today();
        @SuppressWarnings("unchecked")
        List<UUID> overdue = database.createNativeQuery(OVERDUE)
                .setParameter("owner", owner)
                .setParameter("today", today)
                .getResultList();
        overdue.forEach(
                referral -> remind(owner, referral, Reason.STATUTORY_OVERDUE, today, Permission.REFERRAL_READ, false));
        @SuppressWarnings("unchecked")
        List<Object[]> pending = database.createNativeQuery(PENDING)
                .setParameter("owner", owner)
                .setParameter("now", clock.instant())
                .getResultList();
        pending.forEach(row -> remind(
                owner, (UUID) row[0], Reason.APPROVAL_PENDING, today, Permission.REFERRAL_SUBMIT, (Boolean) row[1]));
        @SuppressWarnings("unchecked")
        List<UUID> overwrittenSoon = database.createNativeQuery(OVERWRITTEN_SOON)
                .setParameter("owner", owner)
                .setParameter("today", today)
                .setParameter("last", days.overwrittenUntil())
                .getResultList();
        overwrittenSoon.forEach(referral ->
                remind(owner, referral, Reason.HELD_ITEM_OVERWRITTEN_SOON, today, Permission.REFERRAL_READ, true));
    }

    private void remind(
            UUID owner, UUID referral, Reason reason, LocalDate today, Permission permission, boolean urgent) {
        int first = database.createNativeQuery(
                        """
                        insert into referral_reminder (owner, referral_id, reason, day)
                        values (:owner, :referral, :reason, :day) on conflict do nothing
                        """)
                .setParameter("owner", owner)
                .setParameter("referral", referral)
                .setParameter("reason", reason.name())
                .setParameter("day", today)
                .executeUpdate();
        if (first == 1) {
            notifications.put(new Notification(owner, null, permission, "REFERRAL", referral, urgent));
            audit.record(ReferralAct.REFERRAL_REMINDED, new AuditedObject("REFERRAL", referral, owner), reason.name());
        }
    }
}
