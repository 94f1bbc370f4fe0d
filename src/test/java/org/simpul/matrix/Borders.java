package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import org.simpul.casework.Desk;
import org.simpul.inquiry.rfi.Abroad;

/** What is agreed with foreign FIUs, and what has crossed: an agreement that ended, a request that is over. */
final class Borders {
    private final Cast cast;
    private final Target ended;
    private final Target proposed;
    private final Target ofAnother;
    private final Target dissemination;
    private final Abroad.Asked asked;
    private final Abroad.Asked askedByAnother;
    private final Target ofABank;

    Borders(Cast cast, Desk desk, Map<String, Object> form, Rfis rfis) {
        this.cast = cast;
        Abroad abroad = new Abroad(cast.foreign);
        String first = abroad.agreed(true);
        ofABank = rfis.thread();
        form.put("egmont_reference", "ESW/2026/0001");
        form.put("recipients", List.of(cast.foreign.alias()));
        dissemination = Target.of(desk.disseminated(form));
        acknowledge(abroad);
        asked = abroad.askedAndRefused(desk);
        abroad.end(first);
        ended = Target.of(first);
        proposed = Target.of(abroad.proposed());
        Abroad another = new Abroad(cast.otherForeign);
        String theirs = another.agreed(true);
        askedByAnother = another.askedAndRefused(desk);
        another.end(theirs);
        ofAnother = Target.of(theirs);
    }

    private void acknowledge(Abroad abroad) {
        Desk.by(abroad.analyst())
                .post("/api/v1/disseminations/" + dissemination.id() + "/acknowledgements")
                .then()
                .statusCode(201);
    }

    Target dissemination() {
        return dissemination;
    }

    List<Target> agreements(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> cast.isFiu(principal) ? List.of(ended) : List.of();
            case DISCLOSED -> cast.isForeign(principal) ? List.of(ended) : List.of();
            case OTHERS ->
                cast.isFiu(principal)
                        ? List.of()
                        : cast.isForeign(principal) ? List.of(proposed, ofAnother) : List.of(ended);
            default -> List.of();
        };
    }

    List<Target> rfis(Relation relation) {
        return switch (relation) {
            case OWN -> List.of(Target.of(asked.rfi()));
            case OTHERS -> List.of(Target.of(askedByAnother.rfi()));
            default -> List.of();
        };
    }

    List<Target> threads(Relation relation) {
        return switch (relation) {
            case OWN -> List.of(Target.of(asked.thread()));
            case OTHERS -> List.of(Target.of(askedByAnother.thread()), ofABank);
            default -> List.of();
        };
    }
}
