package org.simpul.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.simpul.access.Role;
import org.simpul.audit.LogSteps;

/** Entries of the published audit log: of each principal itself, of others, and leaves that are no entry. */
final class Entries {
    private final Map<Principal, Target> own = new EnumMap<>(Principal.class);
    private final Target ofTheOtherBank;
    private final Target chance;

    Entries(Cast cast) {
        LogSteps.publish();
        cast.people.forEach((principal, person) -> LogSteps.first(
                        "e.person_id = (select id from person where subject = ?)", person.nameInTheHub())
                .ifPresent(index -> own.put(principal, at(index))));
        ofTheOtherBank =
                at(LogSteps.first("e.participant_id = ?", cast.otherBank.id()).orElseThrow());
        chance = at(LogSteps.first("l.entry_id is null").orElseThrow());
    }

    private static Target at(long index) {
        return Target.absent().with("index", index);
    }

    List<Target> targets(Principal principal, Relation relation) {
        boolean reads = principal.role == Role.OVERSIGHT_AUDITOR;
        List<Target> targets = new ArrayList<>();
        switch (relation) {
            case OWN -> {
                if (principal.counts()) {
                    targets.add(own.get(principal));
                }
                if (reads) {
                    targets.add(ofTheOtherBank);
                }
            }
            case OTHERS -> {
                targets.add(chance);
                if (!reads) {
                    targets.add(ofTheOtherBank);
                    // a colleague's, for one of the bank
                    targets.add(own.get(
                            principal == Principal.INVESTIGATOR
                                    ? Principal.COMPLIANCE_OFFICER
                                    : Principal.INVESTIGATOR));
                }
            }
            default -> {}
        }
        return targets;
    }
}
