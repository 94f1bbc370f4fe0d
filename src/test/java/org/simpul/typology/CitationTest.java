package org.simpul.typology;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Red flags as other rooms cite them. */
@QuarkusTest
class CitationTest extends HubTest {
    private static final String PATH = "/api/v1/typologies";

    @Inject
    TypologyService typologies;

    @Inject
    SystemActor actor;

    private <T> T as(Institution institution, Supplier<T> act) {
        return actor.act(
                "test",
                new Member(institution.id(), institution.alias(), institution.alias(), institution.kind()),
                act);
    }

    @Test
    void aPublishedFlagIsCitedByWhomItWasPublishedTo() {
        Institution bank = Institutions.bank();
        Institution other = Institutions.bank();
        Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        String code = Typologies.code();
        var draft = as(analyst).body(Typologies.content(code)).post(PATH).then().extract();
        String id = draft.path("id");
        UUID version = UUID.fromString(draft.path("version_id"));
        assertFalse(as(Institutions.fiu(), () -> typologies.cited(version, "RF-901")), "a draft is not cited");

        Typologies.publish(id, Map.of("communities", List.of(), "participants", List.of(bank.alias())));

        assertTrue(as(bank, () -> typologies.cited(version, "RF-901")));
        assertFalse(as(bank, () -> typologies.cited(version, "RF-903")));
        assertFalse(as(other, () -> typologies.cited(version, "RF-901")));
    }
}
