package org.simpul.casework;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.casework.TriageScore.Facts;
import org.simpul.casework.TriageScore.Reason;
import org.simpul.urgency.UrgencyGround;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TriageScoreTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    private static Facts nothing() {
        return new Facts(null, false, 0, 0, null, LocalDate.parse("2025-01-01"), false);
    }

    @Test
    void whatIsNotThereIsNoReason() {
        assertEquals(List.of(), TriageScore.of(nothing(), TODAY));
    }

    @Test
    void theSumIsMadeOfItsReasons() {
        List<Reason> reasons = TriageScore.of(
                new Facts(
                        UrgencyGround.SELF_HARM_RISK,
                        true,
                        100,
                        1,
                        LocalDate.parse("2026-03-30"),
                        LocalDate.parse("2026-03-10"),
                        true),
                TODAY);
        assertEquals(
                List.of(
                        new Reason(TriageReason.GROUND, 35),
                        new Reason(TriageReason.CHILD_VICTIM, 25),
                        new Reason(TriageReason.RED_FLAGS, 25),
                        new Reason(TriageReason.LINKS, 5),
                        new Reason(TriageReason.RECENT_PAYMENT, 15),
                        new Reason(TriageReason.RECENT_SUSPICION, 2),
                        new Reason(TriageReason.IDENTIFIED, 5),
                        new Reason(TriageReason.PAYMENTS, 5)),
                reasons);
        assertEquals(117, TriageScore.sum(reasons));
    }

    @Test
    void manyRedFlagsAndManyLinksWeighNoMoreThanTheirMost() {
        Facts many = new Facts(null, false, 4_000, 500, null, LocalDate.parse("2025-01-01"), false);
        assertEquals(
                List.of(new Reason(TriageReason.RED_FLAGS, 30), new Reason(TriageReason.LINKS, 20)),
                TriageScore.of(many, TODAY));
    }

    /** Whoever adds a field here asks first whether it tells where somebody is from, how old, or of which gender. */
    @Test
    void thereIsNoFieldForNationalityAgeOrGender() {
        assertEquals(
                List.of(
                        "ground",
                        "childVictim",
                        "flagWeight",
                        "links",
                        "lastPayment",
                        "suspicionFormedOn",
                        "identified"),
                Stream.of(Facts.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
