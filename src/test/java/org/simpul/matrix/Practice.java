package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.typology.Typologies;
import org.simpul.typology.practice.PracticeSteps;

/** Adoptions that have ended, and proposals that were declined. */
final class Practice extends HubTest {
    private final Cast cast;
    private final Target adoption;
    private final Target adoptionOfOthers;
    private final Target proposal;
    private final Target proposalOfOthers;
    private final Target copied;

    /** @param published typologies that the bank reads, and uses */
    Practice(Cast cast, List<Target> published, Copies copies) {
        this.cast = cast;
        Person banker = cast.bank.person(Role.INVESTIGATOR);
        published.forEach(each -> PracticeSteps.adopt(banker, each.id(), 1).statusCode(201));
        String typology = Typologies.drafted(Institutions.fiu().person(Role.FIU_ANALYST));
        Typologies.publish(typology, Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        adoption = adopted(cast.bank, typology);
        adoptionOfOthers = adopted(cast.otherBank, typology);
        proposal = declined(cast.bank, typology);
        proposalOfOthers = declined(cast.otherBank, typology);
        copied = copies.proposal(proposal);
    }

    private static Target adopted(Institution bank, String typology) {
        Person person = bank.person(Role.INVESTIGATOR);
        String id = PracticeSteps.adopt(person, typology, 1)
                .statusCode(201)
                .extract()
                .path("id");
        PracticeSteps.end(person, id).statusCode(200);
        return Target.of(UUID.fromString(id));
    }

    private static Target declined(Institution bank, String typology) {
        String id = PracticeSteps.propose(bank.person(Role.INVESTIGATOR), typology)
                .statusCode(201)
                .extract()
                .path("id");
        PracticeSteps.decide(Institutions.fiu().person(Role.FIU_SUPERVISOR), id, PracticeSteps.declined())
                .statusCode(200);
        return Target.of(UUID.fromString(id));
    }

    List<Target> adoptions(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> isOfTheBank(principal) ? List.of(adoption) : List.of();
            case OTHERS -> isOfTheBank(principal) ? List.of(adoptionOfOthers) : List.of(adoption);
            default -> List.of();
        };
    }

    List<Target> proposals(Principal principal, Relation relation) {
        boolean reads = isOfTheBank(principal) || cast.isFiu(principal);
        return switch (relation) {
            case OWN -> reads ? List.of(proposal) : List.of();
            case OTHERS ->
                cast.isFiu(principal)
                        ? List.of(copied)
                        : isOfTheBank(principal) ? List.of(proposalOfOthers) : List.of(proposal);
            default -> List.of();
        };
    }

    private boolean isOfTheBank(Principal principal) {
        return cast.isBank(principal) && principal != Principal.SUSPENDED;
    }
}
