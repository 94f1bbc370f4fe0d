package org.simpul.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.retention.RetentionSteps.past;

/** A referral of a bank and all that the FIU makes of it: intake, case, dissemination to a named officer, a request. */
final class Dossier {
    final Institution bank = Institutions.bank();
    final Institution agency = Institutions.agency();
    final Person officer = agency.person(Role.LE_OFFICER);
    final String phone = SubmittedReferral.anyPhone();
    final String childsPhone = SubmittedReferral.anyPhone();
    final Desk desk = new Desk();
    final ReferralSteps referral;
    final UUID intake;
    String caseId;
    String dissemination;
    String rfi;
    String thread;

    Dossier(OutboxDispatcher outbox) {
        referral = ReferralSteps.draft(bank)
                .redFlag()
                .subject(subject("MULE", "ADULT", "Old Acquaintance", identifier("PHONE", "", phone)))
                .subject(subject(
                        "POSSIBLE_CHILD_VICTIM", "UNDER_13", "Bintang Kejora", identifier("PHONE", "", childsPhone)))
                .submit();
        outbox.drain();
        outbox.drain();
        intake = (UUID) Drafts.value("select id from intake where referral_id = ?", referral.id());
    }

    Dossier worked(OutboxDispatcher outbox) {
        caseId = desk.caseOf(desk.accepted(intake));
        Drafts.id(officer);
        Map<String, Object> form = Desk.form(
                caseId, SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone()), agency);
        form.put(
                "rows",
                Map.of(
                        "subjects",
                        Database.queryAsSuperuser(
                                "select s.id from referral_subject s join referral_version v on v.id = s.version_id"
                                        + " where v.referral_id = ?",
                                referral.id())));
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", officer.login())));
        dissemination = desk.disseminated(form);
        RfiSteps asking = new RfiSteps(outbox);
        Institution asked = asking.bank();
        // whoever asks out of a case works on it
        Database.updateAsSuperuser(
                """
                insert into case_member (case_id, owner, person_id, added_by, added_at)
                select c.id, c.owner, p.id, c.opened_by, now() from case_file c join person p on p.participant_id = c.owner
                where c.id = ?::uuid on conflict do nothing
                """,
                caseId);
        Map<String, Object> question = new HashMap<>(asking.form());
        question.put("case_id", caseId);
        rfi = asking.issued(question);
        thread = RfiSteps.thread(asked);
        RfiSteps.answered(asked, thread, RfiSteps.rows("ANSWERED"));
        asking.close(rfi);
        return this;
    }

    /** All of it ended so many months ago, the referral was touched last then. */
    Dossier ended(int monthsAgo) {
        past(
                "update referral set touched_at = now() - make_interval(months => ?) where id = ?",
                monthsAgo,
                referral.id());
        past(
                "update intake set status = 'CLOSED', rested_at = now() - make_interval(months => ?) where id = ?",
                monthsAgo,
                intake);
        if (caseId != null) {
            past(
                    "update case_file set status = 'CLOSED', rested_at = now() - make_interval(months => ?) where id = ?::uuid",
                    monthsAgo,
                    caseId);
            past(
                    "update dissemination_version set sealed_at = now() - make_interval(months => ?) where id = ?::uuid",
                    monthsAgo,
                    dissemination);
            past("update rfi set closed_at = now() - make_interval(months => ?) where id = ?::uuid", monthsAgo, rfi);
        }
        return this;
    }

    /** Every id of it. */
    List<UUID> ids() {
        List<UUID> ids = new ArrayList<>();
        for (String sql : List.of(
                "select id from referral where id = :referral",
                "select id from referral_version where referral_id = :referral",
                "select s.id from referral_subject s join referral_version v on v.id = s.version_id where v.referral_id = :referral",
                "select id from intake where referral_id = :referral",
                "select c.case_id from case_intake c join intake i on i.id = c.intake_id where i.referral_id = :referral",
                "select v.id from dissemination_version v join dissemination_origin o on o.version_id = v.id join intake i on i.id = o.intake_id where i.referral_id = :referral",
                "select v.dissemination_id from dissemination_version v join dissemination_origin o on o.version_id = v.id join intake i on i.id = o.intake_id where i.referral_id = :referral",
                "select r.id from rfi r join case_intake c on c.case_id = r.case_id join intake i on i.id = c.intake_id where i.referral_id = :referral",
                "select t.thread_id from rfi_recipient t join rfi r on r.id = t.rfi_id join case_intake c on c.case_id = r.case_id join intake i on i.id = c.intake_id where i.referral_id = :referral")) {
            Database.queryAsSuperuser(sql.replace(":referral", "?"), referral.id())
                    .forEach(id -> ids.add((UUID) id));
        }
        return ids.stream().distinct().toList();
    }

    /** Its protected subjects' keys that still open something, and those of their copies. */
    List<Object> liveKeys() {
        return Database.queryAsSuperuser(
                """
                select k.id from subject_key k where k.destroyed_at is null and (
                  k.id in (select p.key_id from protected_subject p join referral_version v on v.id = p.version_id
                    where v.referral_id = ?)
                  or k.id in (select c.key_id from protected_copy c where c.version_id = ?::uuid))
                """,
                referral.id(),
                dissemination);
    }
}
