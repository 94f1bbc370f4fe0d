package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.sharing.AccessPolicy;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.casework.Desk.by;

@QuarkusTest
class FalsePositivesTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    FalsePositives falsePositives;

    @Inject
    SystemActor actor;

    @Inject
    ParticipantDirectory directory;

    @Inject
    CurrentCaller current;

    @Inject
    AccessPolicy policy;

    private List<String> among(String phone) {
        return actor.act(
                "test",
                directory.fiu(),
                () -> falsePositives.among(policy.visibility(current.get()), List.of(phone)).stream()
                        .map(identifier -> identifier.value())
                        .toList());
    }

    private static String answer(String matter, Person officer, String id, Map<String, String> outcome) {
        return Desk.under(matter, officer)
                .body(outcome)
                .post("/api/v1/disseminations/" + id + "/outcomes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whatAnAgencyFoundToBeNothingIsOneUnlessSomebodyFoundSomething() {
        Desk desk = new Desk();
        Institution agency = Institutions.agency();
        Institution other = Institutions.agency();
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        String id = desk.disseminated(referral, agency, other);
        String matter = Desk.matter(agency);
        String secondMatter = Desk.matter(other);
        Person officer = agency.person(Role.LE_OFFICER);
        Person second = other.person(Role.LE_OFFICER);
        for (Person person : List.of(officer, second)) {
            by(person)
                    .post("/api/v1/disseminations/" + id + "/acknowledgements")
                    .then()
                    .statusCode(201);
        }
        assertEquals(List.of(), among(referral.phone));
        String wrong = answer(matter, officer, id, Map.of("outcome", "FALSE_POSITIVE"));
        assertEquals(List.of(referral.phone), among(referral.phone));
        answer(secondMatter, second, id, Map.of("outcome", "PENDING"));
        assertEquals(List.of(referral.phone), among(referral.phone));
        answer(secondMatter, second, id, Map.of("outcome", "ARREST"));
        assertEquals(List.of(), among(referral.phone));
        answer(matter, officer, id, Map.of("outcome", "PENDING", "corrects", wrong));
        assertEquals(List.of(), among(referral.phone));
    }
}
