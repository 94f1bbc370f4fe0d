package org.simpul.matrix;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

/** The institutions of the matrix, one person for each principal, and what a rightful caller of each kind sends. */
final class Cast {
    final Institution bank = Institutions.bank();
    final Institution otherBank = Institutions.bank();
    final Institution suspended = Institutions.bank();
    final Institution agency = Institutions.agency();
    final Institution otherAgency = Institutions.agency();
    final Institution foreign = Institutions.foreignFiu();
    final Institution otherForeign = Institutions.foreignFiu();
    final Map<Principal, Person> people = new EnumMap<>(Principal.class);
    private final Map<ParticipantKind, Institution> institutions = new EnumMap<>(ParticipantKind.class);
    private final String matter = Desk.matter(agency);

    Cast() {
        institutions.put(ParticipantKind.REPORTING_ENTITY, bank);
        institutions.put(ParticipantKind.FIU, Institutions.fiu());
        institutions.put(ParticipantKind.LAW_ENFORCEMENT, agency);
        institutions.put(ParticipantKind.FOREIGN_FIU, foreign);
        for (Principal principal : Principal.values()) {
            if (principal.kind != null) {
                Institution institution = principal == Principal.SUSPENDED
                        ? suspended
                        : institutions.computeIfAbsent(principal.kind, Institutions::admit);
                Person person = institution.person(principal.role);
                // whoever brings a role of another kind is not let in at all
                if (principal.role.countsUnder(principal.kind)) {
                    Drafts.id(person);
                }
                people.put(principal, person);
            }
        }
    }

    /** Once it has left what it leaves. */
    void suspend() {
        Institutions.setStatus(suspended, "SUSPENDED");
    }

    Institution institution(ParticipantKind kind) {
        return institutions.get(kind);
    }

    boolean isBank(Principal principal) {
        return principal.kind == ParticipantKind.REPORTING_ENTITY;
    }

    boolean isFiu(Principal principal) {
        return principal.kind == ParticipantKind.FIU;
    }

    boolean isAgency(Principal principal) {
        return principal.kind == ParticipantKind.LAW_ENFORCEMENT;
    }

    boolean isPartner(Principal principal) {
        return principal.kind == ParticipantKind.PARTNER;
    }

    boolean isOperator(Principal principal) {
        return principal.kind == ParticipantKind.OPERATOR;
    }

    boolean isForeign(Principal principal) {
        return principal.kind == ParticipantKind.FOREIGN_FIU;
    }

    boolean isSupervisor(Principal principal) {
        return principal.kind == ParticipantKind.SUPERVISOR;
    }

    /** Asks with the token, the purpose and the case reference of the principal. */
    Answer ask(
            Principal principal, String method, String path, Target target, Map<String, String> headers, Object body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        // some operations answer in a format of their own alone
        all.put("Accept", "application/json, */*;q=0.5");
        all.put("Purpose", purpose(principal));
        if (isAgency(principal)) {
            all.put("Case-Reference", matter);
        }
        if (principal != Principal.ANONYMOUS) {
            all.put("Authorization", "Bearer " + token(principal));
        }
        return Answer.of(Wire.send(method, target.in(path), all, body), target);
    }

    private String token(Principal principal) {
        Person person = people.get(principal);
        return switch (principal) {
            case EXPIRED_TOKEN -> Tokens.of(person, Duration.ofMinutes(-2), "hub-api");
            case WRONG_AUDIENCE -> Tokens.of(person, Duration.ofMinutes(4), "another-api");
            default -> Tokens.of(person);
        };
    }

    private static String purpose(Principal principal) {
        if (principal.role == Role.OVERSIGHT_AUDITOR) {
            return "AUDIT";
        }
        if (principal.kind == null) {
            return "FILING";
        }
        return switch (principal.kind) {
            case REPORTING_ENTITY -> "FILING";
            case SUPERVISOR, OPERATOR, PARTNER -> "SUPERVISION";
            case FIU, LAW_ENFORCEMENT, FOREIGN_FIU -> "LOCATE_AND_PROTECT";
        };
    }
}
