package org.simpul.casework;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.simpul.shared.Ids;
import org.simpul.shared.Reference;
import org.simpul.testing.Database;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

/** A submitted referral as the FIU finds it: a suspect with a phone, a possible child victim, one payment. */
public final class SubmittedReferral {
    final Institution bank;
    public final UUID id = UUID.randomUUID();
    final String reference = Reference.random("R");
    public final String phone;
    final String childReference = Reference.random("S");
    UUID version;
    public UUID suspect;
    UUID child;
    UUID payment;
    private int number;

    private SubmittedReferral(Institution bank, String phone) {
        this.bank = bank;
        this.phone = phone;
    }

    public static String anyPhone() {
        return "+62812" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    public static SubmittedReferral of(Institution bank, String urgency, String phone) {
        SubmittedReferral referral = new SubmittedReferral(bank, phone);
        Database.updateAsSuperuser(
                """
                insert into referral (id, owner, reference, status, submitted_number, revision, created_by, created_at)
                values (?, ?, ?, 'SUBMITTED', 1, 1, ?, now())
                """,
                referral.id,
                bank.id(),
                referral.reference,
                UUID.randomUUID());
        referral.submit(urgency);
        return referral;
    }

    /** Submits the next version, with rows of its own. */
    void submit(String urgency) {
        version = UUID.randomUUID();
        number++;
        Database.updateAsSuperuser(
                """
                insert into referral_version (id, owner, referral_id, reference, number, predicate_offence, legal_basis,
                  suspicion_formed_on, urgency, urgency_ground, narrative, source_grade, information_grade, tlp, pap,
                  no_media, statutory_status, written_by, digest)
                values (?, ?, ?, ?, ?, 'CHILD_SEXUAL_EXPLOITATION', 'UU_8_2010_ART_23', current_date, ?,
                  case ? when 'P1' then 'LIVE_OR_SCHEDULED_ABUSE' end, 'Small sums from many senders.', 'RELIABLE', 'A',
                  'TLP:AMBER+STRICT', 'PAP:RED', true, 'NOT_REQUIRED', '{}', repeat('0', 64))
                """,
                version,
                bank.id(),
                id,
                reference,
                number,
                urgency,
                urgency);
        suspect = subject(0, "FACILITATOR", false, "Suspected Facilitator", "ADULT");
        child = subject(1, "POSSIBLE_CHILD_VICTIM", true, null, "UNDER_13");
        Database.updateAsSuperuser(
                """
                insert into referral_identifier (id, owner, version_id, subject_id, type, scope, value)
                values (?, ?, ?, ?, 'PHONE', '', ?)
                """,
                UUID.randomUUID(),
                bank.id(),
                version,
                suspect,
                phone);
        payment = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into referral_transaction (id, owner, version_id, booked_on, amount, currency, from_type, from_scope,
                  from_value, to_type, to_scope, to_value)
                values (?, ?, ?, '2026-03-01', 150000, 'IDR', 'PHONE', '', ?, 'PROTECTED', '', ?)
                """,
                payment,
                bank.id(),
                version,
                phone,
                childReference);
        Database.updateAsSuperuser(
                "update referral_version set sealed_at = now(), handed_over_by = gen_random_uuid(),"
                        + " approved_by = gen_random_uuid(), digest = repeat('0', 64) where id = ?",
                version);
        Database.updateAsSuperuser(
                """
                insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, purpose,
                  legal_basis, tlp, pap, disclosed_by, disclosed_at)
                values (?, 'REFERRAL_VERSION', ?, ?, ?, ?, 'FILING', 'UU_8_2010_ART_23', 'TLP:AMBER+STRICT', 'PAP:RED', ?,
                  now())
                """,
                Ids.next(),
                version,
                bank.id(),
                bank.id(),
                Institutions.fiu().id(),
                UUID.randomUUID());
        tell();
    }

    /** Puts the event of the submission out, once more if it was put out before. */
    void tell() {
        Database.updateAsSuperuser(
                """
                insert into outbox_event (id, owner, kind, object_id, created_at, attempts, due_at)
                values (?, ?, 'referral.submitted', ?, now(), 0, now() - interval '1 second')
                """,
                UUID.randomUUID(),
                bank.id(),
                version);
    }

    private UUID subject(int position, String role, boolean isProtected, String name, String ageBand) {
        UUID subject = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into referral_subject (id, owner, version_id, position, kind, roles, is_protected, reference, name,
                  age_band)
                values (?, ?, ?, ?, 'NATURAL_PERSON', array[?], ?, ?, ?, ?)
                """,
                subject,
                bank.id(),
                version,
                position,
                role,
                isProtected,
                isProtected ? childReference : Reference.random("S"),
                name,
                ageBand);
        return subject;
    }
}
