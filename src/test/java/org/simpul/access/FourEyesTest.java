package org.simpul.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The second person is a human, and another one (R8). */
class FourEyesTest {
    private static final UUID MAKER = UUID.randomUUID();

    private static Caller caller(UUID id, boolean human) {
        return new Caller(
                id,
                human,
                "somebody",
                UUID.randomUUID(),
                "bank",
                ParticipantKind.REPORTING_ENTITY,
                Set.of(Role.COMPLIANCE_OFFICER),
                null,
                null,
                2,
                "client");
    }

    private static ProblemType refused(Caller caller) {
        return assertThrows(Problem.class, () -> FourEyes.require(caller, List.of(MAKER)))
                .type();
    }

    @Test
    void anotherPersonMayApprove() {
        assertDoesNotThrow(() -> FourEyes.require(caller(UUID.randomUUID(), true), List.of(MAKER)));
    }

    @Test
    void whoMadeItMayNot() {
        assertEquals(ProblemType.SAME_PERSON, refused(caller(MAKER, true)));
    }

    @Test
    void aMachineNeverApprovesWhateverRoleItHas() {
        assertEquals(ProblemType.FORBIDDEN, refused(caller(UUID.randomUUID(), false)));
    }

    @Test
    void aJobOfTheHubNeverApproves() {
        assertEquals(
                ProblemType.FORBIDDEN, refused(Caller.system("clerk", UUID.randomUUID(), "fiu", ParticipantKind.FIU)));
    }
}
