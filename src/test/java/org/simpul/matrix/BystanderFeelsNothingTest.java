package org.simpul.matrix;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.inquiry.interest.InterestSteps;
import org.simpul.inquiry.pointer.PointerSteps;
import org.simpul.inquiry.pointer.PointerSteps.Officer;
import org.simpul.inquiry.rfi.Abroad;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.matrix.Reads.Reader;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;

/**
 * Whatever the FIU, the agencies and those abroad ask, answer, hand on, take back and purge among themselves, about the very
 * values that somebody else works on as well: each read of that somebody answers in the same bytes.
 */
@QuarkusTest
class BystanderFeelsNothingTest extends HubTest {
    /** When somebody of one's own was seen last: moved by the reads themselves. */
    private static final Set<String> OF_THE_READS = Set.of("listPeople");

    /** What moves as well when typologies are published to all, and periods installed for all. */
    private static final Set<String> TOLD_TO_ALL =
            Set.of("listTypologies", "listRetentionClasses", "listNotifications");

    @Inject
    OutboxDispatcher outbox;

    private final Institution bank = Institutions.bank();
    private final Institution agency = Institutions.agency();
    private final Institution foreign = Institutions.foreignFiu();
    private final Institution partner = Institutions.admit(ParticipantKind.PARTNER);
    private final String phone = SubmittedReferral.anyPhone();
    private final Map<String, Object> sought =
            Map.of("identifier", Map.of("type", "PHONE", "value", SubmittedReferral.anyPhone()));

    @Test
    void noReadOfABystanderMovesWithWhatOthersDo() {
        List<Reader> bystanders = bystanders();
        Map<String, Answer> before = Reads.by(bystanders);
        assertTrue(
                before.values().stream()
                                .filter(answer -> answer.status() == 200)
                                .count()
                        > 60,
                before.keySet().toString());

        othersDoTheirWork();
        assertEquals(Set.of(), moved(before, Reads.by(bystanders), OF_THE_READS));

        new World(outbox);
        Map<String, Answer> after = Reads.by(bystanders);
        // the control: what is told to all is felt
        assertTrue(moved(before, after, OF_THE_READS)
                .contains("listTypologies by " + bystanders.get(1).person().login()));
        Set<String> told = new HashSet<>(OF_THE_READS);
        told.addAll(TOLD_TO_ALL);
        assertEquals(Set.of(), moved(before, after, told));
    }

    private static Set<String> moved(Map<String, Answer> before, Map<String, Answer> after, Set<String> told) {
        Set<String> moved = new TreeSet<>();
        before.forEach((read, answer) -> {
            if (!answer.equals(after.get(read)) && !told.contains(read.substring(0, read.indexOf(' ')))) {
                moved.add(read);
            }
        });
        return moved;
    }

    private List<Reader> bystanders() {
        ReferralSteps referral = ReferralSteps.draft(bank)
                .redFlag()
                .subject(subject("MULE", "ADULT", "Stood Beside", identifier("PHONE", "", phone)))
                .submit();
        InterestSteps interested = new InterestSteps(agency);
        String interest = interested.registered(sought);
        new Abroad(foreign).agreed(true);
        outbox.drain();
        outbox.drain();
        List<Reader> readers = new ArrayList<>();
        readers.add(new Reader(referral.investigator(), "", Target.of(referral.id())));
        readers.add(new Reader(referral.officer(), "", Target.of(referral.id())));
        readers.add(new Reader(bank.person(Role.PARTICIPANT_ADMIN), "", Target.of(referral.id())));
        readers.add(new Reader(agency.person(Role.LE_OFFICER), interested.matter, Target.of(interest)));
        readers.add(new Reader(agency.person(Role.LE_SUPERVISOR), interested.matter, Target.of(interest)));
        readers.add(new Reader(foreign.person(Role.FOREIGN_FIU_ANALYST), "", Target.absent()));
        readers.add(new Reader(partner.person(Role.PARTNER_ANALYST), "", Target.absent()));
        return readers;
    }

    private void othersDoTheirWork() {
        Institution other = Institutions.agency();
        InterestSteps silent = new InterestSteps(other);
        String interest = silent.registered(sought);
        silent.silence(interest).then().statusCode(200);
        PointerSteps.on(other);
        Officer officer = Officer.of(other);
        String answer = officer.search(phone).body();
        assertTrue(answer.contains("\"HELD\""), answer);
        Map<String, Object> request = RfiSteps.ofAnAgency();
        about(request);
        request.put("search_id", UUID.fromString(answer.replaceAll(".*\"search_id\":\"([^\"]+)\".*", "$1")));
        Desk.under(officer.matter(), officer.person())
                .body(request)
                .post(RfiSteps.RFIS)
                .then()
                .statusCode(201);
        RfiSteps asking = new RfiSteps(outbox);
        Institution asked = asking.bank();
        Map<String, Object> form = asking.form();
        about(form);
        String rfi = asking.issued(form);
        RfiSteps.answered(asked, RfiSteps.thread(asked), RfiSteps.rows("ANSWERED"));
        asking.close(rfi);
        outbox.drain();
        outbox.drain();
    }

    @SuppressWarnings("unchecked")
    private void about(Map<String, Object> form) {
        Map<String, Object> question = new HashMap<>((Map<String, Object>) form.get("question"));
        question.put("identifiers", List.of(Map.of("type", "PHONE", "value", phone)));
        form.put("question", question);
    }
}
