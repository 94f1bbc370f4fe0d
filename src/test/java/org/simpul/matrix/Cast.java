package org.simpul.matrix;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;

/** The institutions of the matrix, one person for each principal, and what a rightful caller of each kind sends. */
final class Cast {
    final Institution bank = Institutions.bank();
    final Institution otherBank = Institutions.bank();
    final Institution suspended = Institutions.bank();
    final Institution agency = Institutions.agency();
    final Institution otherAgency = Institutions.agency();
    final Map<Principal, Person> people = new EnumMap<>(Principal.class);
    private final Map<ParticipantKind, Institution> institutions = new EnumMap<>(ParticipantKind.class);
    private final String matter = Desk.matter(agency);

    Cast() {
        institutions.put(ParticipantKind.REPORTING_ENTITY, bank);
        institutions.put(ParticipantKind.FIU, Institutions.fiu());
        institutions.put(ParticipantKind.LAW_ENFORCEMENT, agency);
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

    boolean isSupervisor(Principal principal) {
        return principal.kind == ParticipantKind.SUPERVISOR;
    }

    /** A request with the token, the purpose and the case reference of the principal. */
    RequestSpecification request(Principal principal) {
        RequestSpecification request =
                given().accept("application/json, text/event-stream").header("Purpose", purpose(principal));
        if (isAgency(principal)) {
            request.header("Case-Reference", matter);
        }
        Person person = people.get(principal);
        return switch (principal) {
            case ANONYMOUS -> request;
            case EXPIRED_TOKEN -> request.auth().oauth2(Tokens.of(person, Duration.ofMinutes(-2), "hub-api"));
            case WRONG_AUDIENCE -> request.auth().oauth2(Tokens.of(person, Duration.ofMinutes(4), "another-api"));
            default -> request.auth().oauth2(Tokens.of(person));
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
