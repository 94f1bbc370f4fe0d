package org.simpul.matrix;

import java.util.List;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Institutions.Institution;

/** Requests of the FIU to banks, and of agencies to the FIU: answered, and over. */
final class Rfis {
    private final Cast cast;
    private final Target asked;
    private final Target draft;
    private final Target thread;
    private final Target threadOfOthers;
    private final Target recalled;
    private final RfiSteps.OfAnAgency agencys;
    private final RfiSteps.OfAnAgency othersAgencys;
    private final RfiSteps.OfAnAgency recalledAgencys;

    Rfis(Cast cast, OutboxDispatcher outbox) {
        this.cast = cast;
        RfiSteps fiu = new RfiSteps(outbox);
        fiu.join(cast.bank);
        fiu.join(cast.otherBank);
        draft = Target.of(fiu.draft(fiu.form()));
        fiu.issued(fiu.form());
        recalled = recalled(RfiSteps.thread(cast.bank));
        String rfi = fiu.issued(fiu.form());
        asked = Target.of(rfi);
        thread = answered(cast.bank);
        threadOfOthers = answered(cast.otherBank);
        fiu.close(rfi);
        agencys = fiu.refused(cast.agency);
        othersAgencys = fiu.refused(cast.otherAgency);
        recalledAgencys = fiu.refused(cast.otherAgency);
        recalled(recalledAgencys.thread());
    }

    private static Target answered(Institution bank) {
        String thread = RfiSteps.thread(bank);
        RfiSteps.answered(bank, thread, RfiSteps.rows("ANSWERED"));
        return Target.of(thread);
    }

    private static Target recalled(String thread) {
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id = ?", UUID.fromString(thread));
        return Target.of(thread);
    }

    /** Between the FIU and a bank. */
    Target thread() {
        return thread;
    }

    List<Target> files(Principal principal, Relation relation) {
        boolean fiu = cast.isFiu(principal);
        boolean agency = cast.isAgency(principal);
        return switch (relation) {
            case OWN -> fiu ? List.of(asked) : agency ? List.of(Target.of(agencys.rfi())) : List.of();
            case OTHERS ->
                fiu ? List.of(Target.of(agencys.rfi())) : List.of(asked, draft, Target.of(othersAgencys.rfi()));
            default -> List.of();
        };
    }

    List<Target> threads(Principal principal, Relation relation) {
        if (cast.isFiu(principal)) {
            return switch (relation) {
                case OWN -> List.of(thread);
                case DISCLOSED -> List.of(Target.of(agencys.thread()));
                case RECALLED -> List.of(Target.of(recalledAgencys.thread()));
                default -> List.of();
            };
        }
        if (principal.kind == ParticipantKind.REPORTING_ENTITY && principal != Principal.SUSPENDED) {
            return switch (relation) {
                case DISCLOSED -> List.of(thread);
                case RECALLED -> List.of(recalled);
                case OTHERS -> List.of(threadOfOthers, Target.of(agencys.thread()));
                default -> List.of();
            };
        }
        if (cast.isAgency(principal)) {
            return switch (relation) {
                case OWN -> List.of(Target.of(agencys.thread()));
                case OTHERS -> List.of(thread, Target.of(othersAgencys.thread()));
                default -> List.of();
            };
        }
        return relation == Relation.OTHERS ? List.of(thread) : List.of();
    }
}
