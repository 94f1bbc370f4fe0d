package org.simpul.matrix;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.LegalHolds;
import org.simpul.testing.Person;

/** A schedule and a purge that the overseer declined, and legal holds that were declined: a colleague's case among them. */
final class Retentions extends HubTest {
    private static final String SCHEDULES = "/api/v1/retention-schedules";
    private static final String PURGES = "/api/v1/purges";

    private final Cast cast;
    private final Target schedule;
    private final Target purge;
    private final Target hold;
    private final Target holdOfARestrictedCase;

    Retentions(Cast cast, UUID intake, Target restrictedCase) {
        this.cast = cast;
        Person fiu = cast.people.get(Principal.FIU_SUPERVISOR);
        String inForce = propose(fiu, LocalDate.now());
        decide(SCHEDULES + "/" + inForce, Map.of("decision", "APPROVE"), fiu);
        act(cast.people.get(Principal.PLATFORM_OPERATOR), SCHEDULES + "/" + inForce, "/installations", Map.of(), fiu);
        String declined = propose(fiu, LocalDate.of(2099, 1, 1));
        decide(SCHEDULES + "/" + declined, no(), fiu);
        schedule = Target.of(declined);
        String counted = as(fiu).post(PURGES).then().statusCode(201).extract().path("id");
        act(fiu, PURGES + "/" + counted, "/orders", Map.of(), fiu);
        decide(PURGES + "/" + counted, no(), fiu);
        purge = Target.of(counted);
        hold = hold("INTAKE", intake);
        holdOfARestrictedCase = hold("CASE", UUID.fromString(restrictedCase.id()));
    }

    static Map<String, Object> schedule() {
        return schedule(LocalDate.of(2099, 1, 1));
    }

    private static Map<String, Object> schedule(LocalDate from) {
        return Map.of(
                "in_force_from",
                from.toString(),
                "periods",
                List.of(Map.of("record_class", "LEAD", "months", 1200, "law_reference", "To be named")));
    }

    static Map<String, Object> hold(World world) {
        return LegalHolds.form("INTAKE", world.intake, "2099-01-01");
    }

    List<Target> holds(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN -> cast.isFiu(principal) ? List.of(hold) : List.of();
            case OTHERS -> List.of(cast.isFiu(principal) ? holdOfARestrictedCase : hold);
            default -> List.of();
        };
    }

    List<Target> schedules(Principal principal, Relation relation) {
        return overseen(schedule, cast.isOperator(principal) || oversees(principal), relation);
    }

    List<Target> purges(Principal principal, Relation relation) {
        return overseen(purge, oversees(principal), relation);
    }

    private boolean oversees(Principal principal) {
        return cast.isFiu(principal) || cast.isSupervisor(principal);
    }

    private static List<Target> overseen(Target target, boolean seen, Relation relation) {
        return relation == (seen ? Relation.OWN : Relation.OTHERS) ? List.of(target) : List.of();
    }

    private static Map<String, Object> no() {
        return Map.of("decision", "DECLINE", "reason", "Too short.");
    }

    private static String propose(Person fiu, LocalDate from) {
        return as(fiu).body(schedule(from))
                .post(SCHEDULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void decide(String path, Map<String, Object> decision, Person reader) {
        act(cast.people.get(Principal.OVERSIGHT_AUDITOR), path, "/decisions", decision, reader);
    }

    private static void act(Person who, String path, String step, Map<String, Object> command, Person reader) {
        String digest = as(reader).get(path).then().statusCode(200).extract().path("digest");
        Map<String, Object> named = new java.util.HashMap<>(command);
        named.put("digest", digest);
        as(who).body(named).post(path + step).then().statusCode(200);
    }

    private static Target hold(String kind, UUID object) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into legal_hold (id, owner, object_kind, object_id, reason, asked_by, official_reference, review_on,
                  status, revision, drafted_by, drafted_at)
                values (?, ?, ?, ?, 'The trial goes on.', 'Pengadilan Negeri', '12/2026', '2099-01-01', 'DECLINED', 1,
                  gen_random_uuid(), now())
                """,
                id,
                Institutions.fiu().id(),
                kind,
                object);
        return Target.of(id);
    }
}
