package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.FourEyes;
import org.simpul.shared.Problem;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;
import org.simpul.urgency.UrgencyGround;

/** What the FIU wants done with a P1 on stated grounds before anybody could look: set by two persons, or not at all. */
@Entity
@DynamicUpdate
class StandingRule {
    @Id
    UUID id;

    UUID owner;

    @Enumerated(EnumType.STRING)
    StandingRuleStatus status;

    long revision;
    String[] grounds;
    String agency;
    String letterPrefix;
    String title;
    String narrative;
    String legalBasis;

    @Nullable
    String caveats;

    String tlp;
    String pap;
    UUID proposedBy;
    Instant proposedAt;
    String digest;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String declineReason;

    @Nullable
    UUID endedBy;

    @Nullable
    Instant endedAt;

    void write(StandingRuleForm form) {
        grounds =
                new TreeSet<>(form.grounds()).stream().map(UrgencyGround::name).toArray(String[]::new);
        agency = form.agency();
        letterPrefix = form.letterPrefix();
        title = form.title();
        narrative = form.narrative();
        legalBasis = form.legalBasis();
        caveats = form.caveats();
        tlp = form.handling().tlp().label();
        pap = form.handling().pap().label();
    }

    StandingRuleForm form() {
        return new StandingRuleForm(
                grounds(),
                agency,
                letterPrefix,
                title,
                narrative,
                legalBasis,
                caveats,
                new Handling(Tlp.of(tlp), Pap.of(pap)));
    }

    Set<UrgencyGround> grounds() {
        return new TreeSet<>(Arrays.stream(grounds).map(UrgencyGround::valueOf).toList());
    }

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void take(StandingRuleStep step, long nextRevision) {
        if (!step.from().contains(status)) {
            throw Problem.stateConflict("step_not_open");
        }
        status = step.to(status);
        revision = nextRevision;
    }

    /** @throws Problem SAME_PERSON for who proposed it */
    void decided(Caller caller, Instant now) {
        FourEyes.require(caller, List.of(proposedBy));
        decidedBy = caller.person();
        decidedAt = now;
    }
}
