package org.simpul.inquiry.rfi;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Races;
import org.simpul.testing.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.inquiry.rfi.RfiSteps.RFIS;
import static org.simpul.inquiry.rfi.RfiSteps.THREADS;

@QuarkusTest
class RfiTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    RfiClock clock;

    private RfiSteps steps;
    private Institution bank;
    private Person investigator;
    private Person officer;

    @BeforeEach
    void bankOfOurOwn() {
        steps = new RfiSteps(outbox);
        bank = steps.bank();
        investigator = bank.person(Role.INVESTIGATOR);
        officer = bank.person(Role.COMPLIANCE_OFFICER);
    }

    private static String name(Institution institution) {
        return "Institution " + institution.alias();
    }

    private static String path(String thread) {
        return THREADS + "/" + thread;
    }

    @Test
    void aRequestTakesTwoPersonsAndThenEachInstitutionHasAThreadOfItsOwn() {
        Institution other = steps.bank();
        // who may authorise as well can't authorise its own
        Person author = steps.supervisor;
        Map<String, Object> form = steps.form();
        String id = RfiSteps.draft(author, form);
        RfiSteps.read(author, RFIS + "/" + id)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("recipients", contains(name(bank), name(other)))
                .body("threads", empty());
        RfiSteps.decide(author, RFIS + "/" + id, "0".repeat(64)).statusCode(409);
        String digest = RfiSteps.handOver(author, id);
        assertEquals(List.of("all rfi.authorise routine"), Told.about(UUID.fromString(id)));
        RfiSteps.decide(steps.analyst, RFIS + "/" + id, digest).statusCode(403);
        RfiSteps.decide(author, RFIS + "/" + id, digest).statusCode(403).body("type", endsWith("/same-person"));
        RfiSteps.read(investigator, THREADS).body("items", empty());
        Person second = steps.fiu.person(Role.FIU_SUPERVISOR);
        RfiSteps.decide(second, RFIS + "/" + id, digest)
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("threads.institution", contains(name(bank), name(other)))
                .body("threads.status", contains("DELIVERED", "DELIVERED"));
        String thread = RfiSteps.thread(bank);
        RfiSteps.read(investigator, path(thread))
                .statusCode(200)
                .body("reference", startsWith("Q-"))
                .body("question.names", contains("Bagas Wirya"))
                .body("preserve", equalTo(true))
                .body("may_refuse", equalTo(false))
                .body("matter", nullValue());
        assertEquals(4, UUID.fromString(thread).version());
        assertEquals(1, Told.to(bank.id(), UUID.fromString(thread)));
        assertEquals(
                404,
                RfiSteps.read(investigator, path(RfiSteps.thread(other)))
                        .extract()
                        .statusCode());
        RfiSteps.read(investigator, RFIS + "/" + id).statusCode(403);
    }

    @Test
    void whatIsApprovedIsWhatWasReadToThoseWhoWereShown() {
        String id = steps.draft(steps.form());
        String digest = RfiSteps.handOver(steps.analyst, id);
        RfiSteps.decide(steps.supervisor, RFIS + "/" + id, "0".repeat(64)).statusCode(412);
        Institution late = steps.bank();
        RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest).statusCode(412);
        Database.updateAsSuperuser("update participant set sector = 'test' where id = ?", late.id());
        // a row that changed behind the digest
        Database.updateAsSuperuser("update rfi set preserve = false where id = ?", UUID.fromString(id));
        RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest).statusCode(412);
        Database.updateAsSuperuser("update rfi set preserve = true where id = ?", UUID.fromString(id));
        RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest).statusCode(200);
    }

    @Test
    void whateverChangedBehindTheDigestIsNotApproved() {
        String id = steps.draft(steps.form());
        String digest = RfiSteps.handOver(steps.analyst, id);
        for (String changed : List.of(
                "purpose = 'ASSET_RECOVERY'",
                "predicate_offence = 'CORRUPTION'",
                "legal_basis = 'UU_8_2010_ART_44'",
                "question = jsonb_set(question, '{note}', '\"Whose?\"')",
                "preserve = not preserve",
                "urgent = not urgent",
                "answer_by = now() + interval '1 day'",
                "tlp = 'TLP:AMBER'",
                "pap = 'PAP:AMBER'",
                "scope = jsonb_set(scope, '{jurisdiction}', '\"ID\"')")) {
            String column = changed.substring(0, changed.indexOf(' '));
            UUID rfi = UUID.fromString(id);
            Object before = Drafts.value("select " + column + "::text from rfi where id = ?", rfi);
            String type = (String) Drafts.value("select pg_typeof(" + column + ")::text from rfi where id = ?", rfi);
            Database.updateAsSuperuser("update rfi set " + changed + " where id = ?", rfi);
            assertEquals(
                    412,
                    RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest)
                            .extract()
                            .statusCode(),
                    changed);
            Database.updateAsSuperuser("update rfi set " + column + " = ?::" + type + " where id = ?", before, rfi);
        }
        RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest).statusCode(200);
    }

    @Test
    void whatIsReturnedIsWrittenAnewAndWhatIsCancelledIsNeverAsked() {
        String id = steps.draft(steps.form());
        String digest = RfiSteps.handOver(steps.analyst, id);
        RfiSteps.post(steps.supervisor, RFIS + "/" + id + "/decisions", Map.of("decision", "RETURN", "digest", digest))
                .statusCode(400);
        RfiSteps.post(
                        steps.supervisor,
                        RFIS + "/" + id + "/decisions",
                        Map.of("decision", "RETURN", "digest", digest, "reason", "Narrower."))
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("return_reason", equalTo("Narrower."));
        String tag = RfiSteps.read(steps.analyst, RFIS + "/" + id).extract().header("ETag");
        Map<String, Object> form = steps.form();
        form.put("urgent", true);
        Desk.by(steps.analyst)
                .header("If-Match", "\"99\"")
                .body(form)
                .put(RFIS + "/" + id)
                .then()
                .statusCode(412);
        Desk.by(steps.analyst)
                .header("If-Match", tag)
                .body(form)
                .put(RFIS + "/" + id)
                .then()
                .statusCode(200)
                .body("urgent", equalTo(true));
        RfiSteps.post(steps.analyst, RFIS + "/" + id + "/closures", null).statusCode(409);
        RfiSteps.post(steps.analyst, RFIS + "/" + id + "/cancellations", null)
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        RfiSteps.post(steps.analyst, RFIS + "/" + id + "/handovers", null).statusCode(409);
        RfiSteps.read(investigator, THREADS).body("items", empty());
    }

    @Test
    void whatIsAskedIsCompleteAndReachesSomebody() {
        bad("legal_basis", "UU_8_2010_ART_90");
        bad("legal_basis", "UU_8_2010_ART_26");
        bad("purpose", "FILING");
        bad("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        bad("answer_by", "2020-01-01T00:00:00Z");
        bad("scope", Map.of("kind", "LAW_ENFORCEMENT", "by_identifier", false));
        bad("scope", null);
        bad("case_id", null);
        badQuestion("period_to", "2025-01-01");
        badQuestion("period_to", "2999-01-01");
        badQuestion("wanted", List.of());
        badQuestion("wanted", List.of("EVERYTHING"));
        badQuestion("identifiers", List.of(Map.of("type", "IBAN", "value", "DE00")));
        Map<String, Object> aboutNobody = steps.form();
        Map<String, Object> question = new HashMap<>(RfiSteps.question());
        question.put("names", List.of());
        question.put("identifiers", List.of());
        aboutNobody.put("question", question);
        RfiSteps.post(steps.analyst, RFIS, aboutNobody).statusCode(400);
        Map<String, Object> nowhere = steps.form();
        nowhere.put(
                "scope",
                Map.of("kind", "REPORTING_ENTITY", "sector", "none-" + UUID.randomUUID(), "by_identifier", false));
        String id = RfiSteps.draft(steps.analyst, nowhere);
        RfiSteps.post(steps.analyst, RFIS + "/" + id + "/handovers", null)
                .statusCode(400)
                .body("violations.code", hasItem("rfi_reaches_nobody"));
    }

    @Test
    void whatIsAskedAndSaidTellsNobodyWhoIsProtectedInTheCase() {
        String name = "Wijayakusuma";
        Map<String, Object> form = steps.form();
        form.put("case_id", steps.desk.caseOf(steps.child(name, "3500778899112")));
        Map<String, Object> question = new HashMap<>(RfiSteps.question());
        form.put("question", question);
        question.put("names", List.of(name));
        tells(form);
        question.put("names", List.of("Bagas Wirya"));
        question.put("identifiers", List.of(ReferralSteps.account("3500778899112")));
        tells(form);
        question.put("identifiers", List.of());
        question.put("note", "Whatever is known of " + name);
        tells(form);
        question.put("note", null);
        steps.issued(form);
        String thread = RfiSteps.thread(bank);
        RfiSteps.say(investigator, thread, "ASK_CLARIFICATION", "text", "Who?").statusCode(200);
        RfiSteps.say(steps.analyst, thread, "CLARIFY", "text", "He paid " + name)
                .statusCode(400)
                .body("violations.code", contains("tells_protected_subject"));
        RfiSteps.say(steps.analyst, thread, "CLARIFY", "text", "Himself.").statusCode(200);
    }

    @Test
    void whoBecomesProtectedAfterTheDraftIsTheLessTold() {
        Map<String, Object> question = new HashMap<>(RfiSteps.question());
        question.put("names", List.of("Sekarwangi"));
        Map<String, Object> form = steps.form();
        form.put("question", question);
        String draft = steps.draft(form);
        String waiting = steps.draft(form);
        String digest = RfiSteps.handOver(steps.analyst, waiting);
        RfiSteps.post(
                        steps.analyst,
                        "/api/v1/cases/" + steps.caseId + "/intakes",
                        Map.of("intake_id", steps.child("Sekarwangi", "3500778899113")))
                .statusCode(200);
        for (var refused : List.of(
                RfiSteps.post(steps.analyst, RFIS + "/" + draft + "/handovers", null),
                RfiSteps.decide(steps.supervisor, RFIS + "/" + waiting, digest))) {
            refused.statusCode(400)
                    .body("violations.field", contains("question.names[0]"))
                    .body("violations.code", contains("tells_protected_subject"));
        }
        RfiSteps.read(investigator, THREADS).body("items", empty());
        RfiSteps.post(
                        steps.supervisor,
                        RFIS + "/" + waiting + "/decisions",
                        Map.of("decision", "RETURN", "digest", digest, "reason", "She is protected by now."))
                .statusCode(200);
    }

    @Test
    void nothingIsAskedOutOfACaseThatIsClosed() {
        String draft = steps.draft(steps.form());
        String waiting = steps.draft(steps.form());
        String digest = RfiSteps.handOver(steps.analyst, waiting);
        Database.updateAsSuperuser(
                "update case_file set status = 'CLOSED' where id = ?", UUID.fromString(steps.caseId));
        RfiSteps.post(steps.analyst, RFIS + "/" + draft + "/handovers", null)
                .statusCode(409)
                .body("violations.code", contains("case_closed"));
        RfiSteps.decide(steps.supervisor, RFIS + "/" + waiting, digest)
                .statusCode(409)
                .body("violations.code", contains("case_closed"));
        RfiSteps.read(investigator, THREADS).body("items", empty());
    }

    private void tells(Map<String, Object> form) {
        RfiSteps.post(steps.analyst, RFIS, form)
                .statusCode(400)
                .body("violations.code", contains("tells_protected_subject"));
    }

    private void bad(String field, Object value) {
        Map<String, Object> form = steps.form();
        form.put(field, value);
        RfiSteps.post(steps.analyst, RFIS, form).statusCode(400);
    }

    private void badQuestion(String field, Object value) {
        Map<String, Object> question = new HashMap<>(RfiSteps.question());
        question.put(field, value);
        bad("question", question);
    }

    @Test
    void anInstitutionAsksBackAndForMoreTimeAndTheFiuReplies() {
        steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        Person analyst = steps.analyst;
        RfiSteps.say(investigator, thread, "ACKNOWLEDGE").statusCode(200).body("status", equalTo("ACKNOWLEDGED"));
        RfiSteps.say(investigator, thread, "ACKNOWLEDGE").statusCode(409);
        RfiSteps.say(investigator, thread, "ASK_CLARIFICATION").statusCode(400);
        RfiSteps.say(investigator, thread, "ASK_CLARIFICATION", "text", "Which of the two accounts?")
                .statusCode(200)
                .body("status", equalTo("CLARIFICATION"));
        RfiSteps.say(investigator, thread, "CLARIFY", "text", "Both.").statusCode(409);
        RfiSteps.say(analyst, thread, "CLARIFY", "text", "Both.")
                .statusCode(200)
                .body("status", equalTo("ACKNOWLEDGED"))
                .body("draft", nullValue());
        String later = Instant.now()
                .plus(30, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        RfiSteps.say(analyst, thread, "GRANT_EXTENSION", "until", later).statusCode(409);
        RfiSteps.say(investigator, thread, "ASK_EXTENSION", "text", "On paper.", "until", "2026-01-01T00:00:00Z")
                .statusCode(400);
        RfiSteps.say(investigator, thread, "ASK_EXTENSION", "text", "On paper.", "until", "2099-01-01T00:00:00Z")
                .statusCode(400)
                .body("violations.code", contains("rfi_deadline_too_far"));
        RfiSteps.say(investigator, thread, "ASK_EXTENSION", "text", "On paper.", "until", later)
                .statusCode(200);
        RfiSteps.say(investigator, thread, "ASK_EXTENSION", "text", "On paper.", "until", later)
                .statusCode(409);
        RfiSteps.say(analyst, thread, "DECLINE_EXTENSION").statusCode(200);
        RfiSteps.say(analyst, thread, "DECLINE_EXTENSION")
                .statusCode(409)
                .body("violations.code", contains("rfi_no_extension_is_asked"));
        RfiSteps.say(investigator, thread, "ASK_EXTENSION", "text", "Still.", "until", later)
                .statusCode(200);
        RfiSteps.say(analyst, thread, "GRANT_EXTENSION", "until", later)
                .statusCode(200)
                .body("due_at", equalTo(later));
        RfiSteps.read(investigator, path(thread))
                .body("due_at", equalTo(later))
                .body(
                        "steps.step",
                        contains(
                                "ACKNOWLEDGE",
                                "ASK_CLARIFICATION",
                                "CLARIFY",
                                "ASK_EXTENSION",
                                "DECLINE_EXTENSION",
                                "ASK_EXTENSION",
                                "GRANT_EXTENSION"));
        RfiSteps.say(investigator, thread, "ANSWER").statusCode(400);
        RfiSteps.say(analyst, thread, "REPORT_USE", "used", "NOT_USED").statusCode(409);
    }

    @Test
    void anAnswerTakesTwoPersonsOfTheInstitutionAndIsReadByTheFiu() {
        String rfi = steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        RfiSteps.write(officer, thread, RfiSteps.rows("PARTIAL"))
                .statusCode(200)
                .body("draft.content.accounts[0].identifier.value", equalTo("1234567890"))
                .body("draft.digest", nullValue());
        String digest = RfiSteps.handOverAnswer(officer, thread);
        RfiSteps.write(officer, thread, RfiSteps.rows("PARTIAL")).statusCode(409);
        RfiSteps.read(steps.analyst, path(thread)).body("answers", empty()).body("draft", nullValue());
        RfiSteps.decide(investigator, path(thread), digest).statusCode(403);
        RfiSteps.decide(officer, path(thread), digest).statusCode(403).body("type", endsWith("/same-person"));
        Person second = bank.person(Role.COMPLIANCE_OFFICER);
        RfiSteps.decide(second, path(thread), "0".repeat(64)).statusCode(412);
        UUID id = UUID.fromString(thread);
        Database.updateAsSuperuser("update rfi_answer set note = 'Behind it.' where thread_id = ?", id);
        RfiSteps.decide(second, path(thread), digest).statusCode(412);
        Database.updateAsSuperuser("update rfi_answer set note = null where thread_id = ?", id);
        RfiSteps.decide(second, path(thread), digest).statusCode(200).body("status", equalTo("PARTIAL"));
        RfiSteps.answered(bank, thread, RfiSteps.rows("ANSWERED"));
        RfiSteps.read(steps.analyst, path(thread))
                .body("status", equalTo("ANSWERED"))
                .body("answers.outcome", contains("PARTIAL", "ANSWERED"));
        RfiSteps.read(steps.analyst, path(thread) + "/answers/2")
                .statusCode(200)
                .body("content.persons[0].name", equalTo("Bagas Wirya"))
                .body("content.transactions[0].from.value", equalTo("1234567890"));
        RfiSteps.read(steps.analyst, path(thread) + "/answers/3").statusCode(404);
        RfiSteps.read(steps.analyst, RFIS + "/" + rfi + "/answers")
                .statusCode(200)
                .body("asked", equalTo(1))
                .body("progress.ANSWERED", equalTo(1))
                .body("answers.institution", contains(name(bank)))
                .body("answers[0].number", equalTo(2))
                .body("answers[0].transactions", equalTo(1))
                .body("answers[0].content.transactions", empty());
        RfiSteps.post(steps.analyst, path(thread) + "/handovers", null).statusCode(409);
    }

    @Test
    void aReturnedAnswerIsWrittenAnew() {
        steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        RfiSteps.post(investigator, path(thread) + "/handovers", null).statusCode(409);
        RfiSteps.write(investigator, thread, RfiSteps.answer("NIL")).statusCode(200);
        String digest = RfiSteps.handOverAnswer(investigator, thread);
        RfiSteps.post(
                        officer,
                        path(thread) + "/decisions",
                        Map.of("decision", "RETURN", "digest", digest, "reason", "Look at the wallet too."))
                .statusCode(200)
                .body("draft.return_reason", equalTo("Look at the wallet too."))
                .body("status", equalTo("DELIVERED"));
        by("\"1\"", thread).statusCode(412);
        RfiSteps.answered(bank, thread, RfiSteps.rows("ANSWERED"));
    }

    private io.restassured.response.ValidatableResponse by(String tag, String thread) {
        return as(investigator)
                .header("If-Match", tag)
                .body(RfiSteps.rows("ANSWERED"))
                .put(path(thread) + "/answer")
                .then();
    }

    @Test
    void anAnswerIsWholeAndTellsNobodyWhoIsProtected() {
        steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        Map<String, Object> refused = RfiSteps.answer("REFUSED");
        refused.put("refusal", "PREJUDICE");
        refuses(thread, refused, "rfi_not_refusable");
        refuses(thread, RfiSteps.answer("ANSWERED"), "rfi_answer_without_rows");
        refuses(thread, RfiSteps.rows("NIL"), "rfi_rows_without_answer");
        Map<String, Object> child = RfiSteps.answer("ANSWERED");
        child.put("persons", List.of(RfiSteps.person("ACCOUNT_HOLDER", "AGE_13_17", "Sekar Ayu")));
        refuses(thread, child, "rfi_protected_in_a_referral");
        Map<String, Object> victim = RfiSteps.answer("ANSWERED");
        victim.put("persons", List.of(RfiSteps.person("POSSIBLE_ADULT_VICTIM", "ADULT", "Sekar Ayu")));
        refuses(thread, victim, "rfi_protected_in_a_referral");
        Map<String, Object> numbered = RfiSteps.person("ACCOUNT_HOLDER", "AGE_13_17", null);
        numbered.put("identifiers", List.of(Map.of("type", "PHONE", "value", "0812-0000-0001")));
        child.put("persons", List.of(numbered));
        refuses(thread, child, "rfi_protected_in_a_referral");
        Map<String, Object> itsAccount = RfiSteps.rows("ANSWERED");
        itsAccount.put("persons", List.of(RfiSteps.person("ACCOUNT_HOLDER", "AGE_13_17", null)));
        refuses(thread, itsAccount, "rfi_protected_in_a_referral");
        Map<String, Object> holder = RfiSteps.rows("ANSWERED");
        holder.put("persons", List.of());
        refuses(thread, holder, "rfi_holder_is_a_person");
        child.put("persons", List.of(RfiSteps.person("ACCOUNT_HOLDER", "AGE_13_17", null)));
        RfiSteps.write(investigator, thread, child).statusCode(200);
    }

    private void refuses(String thread, Map<String, Object> answer, String code) {
        RfiSteps.write(investigator, thread, answer).statusCode(400).body("violations.code", hasItem(code));
    }

    @Test
    void anAnswerMayBecomeAStatutoryReport() {
        steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        Object[] letter = {"letter_number", "S-12/2026", "letter_date", "2026-03-02"};
        RfiSteps.say(steps.analyst, thread, "ASK_REPORT", letter).statusCode(409);
        RfiSteps.answered(bank, thread, RfiSteps.rows("ANSWERED"));
        RfiSteps.say(investigator, thread, "FILE_REPORT", letter).statusCode(409);
        RfiSteps.say(steps.analyst, thread, "ASK_REPORT").statusCode(400);
        RfiSteps.say(steps.analyst, thread, "ASK_REPORT", letter).statusCode(200);
        RfiSteps.say(investigator, thread, "FILE_REPORT", letter)
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("steps.letter_number", contains(nullValue(), equalTo("S-12/2026"), equalTo("S-12/2026")));
        RfiSteps.say(investigator, thread, "FILE_REPORT", letter).statusCode(409);
        // nobody tells an institution what its answer was good for
        RfiSteps.say(steps.analyst, thread, "REPORT_USE", "used", "NOT_USED").statusCode(409);
    }

    @Test
    void ofNilReturnsTheNumberStaysAndNothingElse() {
        Institution other = steps.bank();
        String rfi = steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        String answered = RfiSteps.thread(other);
        RfiSteps.answered(bank, thread, RfiSteps.answer("NIL"));
        RfiSteps.answered(other, answered, RfiSteps.rows("ANSWERED"));
        RfiSteps.read(steps.analyst, path(thread))
                .body("status", equalTo("NIL"))
                .body("answers", empty());
        clock.look();
        assertEquals(1, answers(thread));
        RfiSteps.post(steps.analyst, RFIS + "/" + rfi + "/closures", null)
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("nil_returns", equalTo(1))
                .body("threads.status", contains("CLOSED", "CLOSED"));
        clock.look();
        assertEquals(0, answers(thread));
        assertEquals(1, answers(answered));
        for (Person reader : List.of(steps.analyst, investigator)) {
            RfiSteps.read(reader, path(thread))
                    .statusCode(200)
                    .body("status", equalTo("CLOSED"))
                    .body("steps.step", contains("CLOSE"))
                    .body("answers", empty());
        }
        RfiSteps.read(steps.analyst, RFIS + "/" + rfi + "/answers")
                .body("nil_returns", equalTo(1))
                .body("answers.institution", contains(name(other)));
        RfiSteps.write(investigator, thread, RfiSteps.rows("ANSWERED")).statusCode(409);
        RfiSteps.post(steps.analyst, RFIS + "/" + rfi + "/closures", null).statusCode(409);
    }

    private static long answers(String thread) {
        return Drafts.count("from rfi_answer where thread_id = ?", UUID.fromString(thread));
    }

    @Test
    void theAskedIsWarnedBeforeTheDeadlineAndBothAreToldWhenItHasPassed() {
        steps.issued(steps.form());
        UUID thread = UUID.fromString(RfiSteps.thread(bank));
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", thread);
        clock.look();
        assertEquals(List.of(), Told.about(thread));
        due(thread, "now() + interval '1 hour'");
        assertEquals(List.of("all rfi.answer.draft routine"), Told.about(thread));
        due(thread, "now() - interval '1 hour'");
        assertEquals(
                List.of("all rfi.answer.draft routine", "all rfi.answer.draft urgent", "all rfi.draft urgent"),
                Told.about(thread));
        RfiSteps.read(investigator, path(thread.toString())).body("status", equalTo("OVERDUE"));
        clock.look();
        assertEquals(3, Told.about(thread).size());
        due(thread, "now() - interval '4 days'");
        assertEquals(
                List.of("all rfi.answer.submit urgent", "all rfi.authorise urgent"),
                Told.about(thread).subList(3, 5));
        RfiSteps.say(investigator, thread.toString(), "ASK_CLARIFICATION", "text", "Which?")
                .statusCode(200);
        RfiSteps.say(steps.analyst, thread.toString(), "CLARIFY", "text", "All.")
                .statusCode(200);
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", thread);
        due(thread, "now() - interval '5 days'");
        assertEquals(2, Told.about(thread).size());
        RfiSteps.read(investigator, path(thread.toString())).body("status", equalTo("OVERDUE"));
        due(thread, "now() - interval '5 days'", "null");
        assertEquals(2, Told.about(thread).size());
        String later = Instant.now().plus(30, ChronoUnit.DAYS).toString();
        RfiSteps.say(investigator, thread.toString(), "ASK_EXTENSION", "text", "Late.", "until", later)
                .statusCode(200)
                .body("status", equalTo("OVERDUE"));
        RfiSteps.say(steps.analyst, thread.toString(), "GRANT_EXTENSION", "until", later)
                .statusCode(200)
                .body("status", equalTo("ACKNOWLEDGED"));
    }

    private void due(UUID thread, String dueAt) {
        due(thread, dueAt, "now()");
    }

    private void due(UUID thread, String dueAt, String lookAt) {
        Database.updateAsSuperuser(
                "update rfi_recipient set due_at = %s, look_at = %s where thread_id = ?".formatted(dueAt, lookAt),
                thread);
        clock.look();
    }

    @Test
    void anAnswerThatIsGivenIsNeverOverdue() {
        steps.issued(steps.form());
        UUID thread = UUID.fromString(RfiSteps.thread(bank));
        RfiSteps.answered(bank, thread.toString(), RfiSteps.rows("ANSWERED"));
        int told = Told.about(thread).size();
        due(thread, "now() - interval '1 hour'");
        assertEquals(told, Told.about(thread).size());
        RfiSteps.read(investigator, path(thread.toString())).body("status", equalTo("ANSWERED"));
    }

    @Test
    void aRequestThatNobodyClosesExpiresLongAfterTheLastOfItsDeadlines() {
        Institution other = steps.bank();
        String rfi = steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        RfiSteps.answered(bank, thread, RfiSteps.answer("NIL"));
        UUID id = UUID.fromString(rfi);
        String longPast =
                "update rfi_recipient set due_at = now() - interval '91 days', look_at = null where thread_id = ?";
        Database.updateAsSuperuser(longPast, UUID.fromString(thread));
        Database.updateAsSuperuser("update rfi set look_at = now() where id = ?", id);
        clock.look();
        // another has more time
        RfiSteps.read(steps.analyst, RFIS + "/" + rfi).body("status", equalTo("ISSUED"));
        assertEquals(
                1,
                Drafts.count(
                        "from rfi r join rfi_recipient t on t.rfi_id = r.id where r.id = ? and t.thread_id <> ?"
                                + " and r.look_at = t.due_at + interval '90 days'",
                        id,
                        UUID.fromString(thread)));
        Database.updateAsSuperuser(longPast, UUID.fromString(RfiSteps.thread(other)));
        Database.updateAsSuperuser("update rfi set look_at = now() where id = ?", id);
        clock.look();
        RfiSteps.read(steps.analyst, RFIS + "/" + rfi)
                .body("status", equalTo("EXPIRED"))
                .body("closed_at", notNullValue())
                .body("nil_returns", equalTo(1));
        clock.look();
        assertEquals(0, answers(thread));
        assertTrue(Told.about(UUID.fromString(rfi)).contains("all rfi.draft routine"));
    }

    private static final String HELD = "select id from participant where id = ? for update";

    @Test
    void ofTwoThatDecideOnAnExtensionAtOnceOneDoes() throws Exception {
        steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        String later = Instant.now().plus(30, ChronoUnit.DAYS).toString();
        RfiSteps.say(investigator, thread, "ASK_EXTENSION", "text", "On paper.", "until", later)
                .statusCode(200);
        List<Response> answers = Races.during(
                HELD,
                bank.id(),
                List.of(
                        () -> RfiSteps.say(steps.analyst, thread, "GRANT_EXTENSION", "until", later)
                                .extract()
                                .response(),
                        () -> RfiSteps.say(steps.supervisor, thread, "DECLINE_EXTENSION")
                                .extract()
                                .response()));
        assertEquals(
                List.of(200, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void aNilReturnThatComesAsTheRequestIsClosedIsCountedOrNotGiven() throws Exception {
        for (boolean closedFirst : List.of(false, true)) {
            String rfi = steps.issued(steps.form());
            String thread = RfiSteps.thread(bank);
            RfiSteps.write(investigator, thread, RfiSteps.answer("NIL")).statusCode(200);
            String digest = RfiSteps.handOverAnswer(investigator, thread);
            Callable<Response> given = () ->
                    RfiSteps.decide(officer, path(thread), digest).extract().response();
            Callable<Response> closed = () -> RfiSteps.post(steps.analyst, RFIS + "/" + rfi + "/closures", null)
                    .extract()
                    .response();
            List<Response> answers =
                    Races.during(HELD, bank.id(), closedFirst ? List.of(closed, given) : List.of(given, closed));
            int isGiven = answers.get(closedFirst ? 1 : 0).statusCode() == 200 ? 1 : 0;
            answers.get(closedFirst ? 0 : 1).then().statusCode(200).body("nil_returns", equalTo(isGiven));
            clock.look();
            assertEquals(
                    0,
                    Drafts.count(
                            "from rfi_answer where thread_id = ? and sealed_at is not null", UUID.fromString(thread)));
        }
    }

    @Test
    void theDeadlineIsThatOfTheRequestOrOfItsUrgency() {
        Map<String, Object> urgent = steps.form();
        urgent.put("urgent", true);
        steps.issued(urgent);
        Instant due = Instant.parse(RfiSteps.read(investigator, path(RfiSteps.thread(bank)))
                .extract()
                .path("due_at"));
        assertTrue(due.isBefore(Instant.now().plus(24, ChronoUnit.HOURS)));
        assertEquals(List.of("all rfi.answer.draft urgent"), Told.about(UUID.fromString(RfiSteps.thread(bank))));
        Map<String, Object> dated = steps.form();
        dated.put("answer_by", "2099-01-01T00:00:00Z");
        String id = steps.draft(dated);
        String digest = RfiSteps.handOver(steps.analyst, id);
        RfiSteps.decide(steps.supervisor, RFIS + "/" + id, digest)
                .statusCode(200)
                .body("threads.due_at", contains("2099-01-01T00:00:00Z"));
    }

    @Test
    void aRequestOutOfARestrictedCaseIsSeenByItsTeamAlone() {
        String rfi = steps.issued(steps.form());
        String thread = RfiSteps.thread(bank);
        Person colleague = steps.fiu.person(Role.FIU_SUPERVISOR);
        RfiSteps.answered(bank, thread, RfiSteps.rows("ANSWERED"));
        UUID answer = (UUID) Drafts.value("select id from rfi_answer where thread_id = ?", UUID.fromString(thread));
        RfiSteps.read(colleague, RFIS + "/" + rfi).statusCode(200);
        RfiSteps.read(colleague, path(thread)).statusCode(200);
        String draft = steps.draft(steps.form());
        // who is not on the team reads what is asked, and does not ask
        assertEquals(403, handedOver(steps.fiu.person(Role.FIU_ANALYST), draft));
        assertEquals(200, handedOver(colleague, draft));
        assertEquals(200, handedOver(colleague, draft));
        Database.updateAsSuperuser(
                "update case_file set restricted = true where id = ?", UUID.fromString(steps.caseId));
        RfiSteps.read(colleague, RFIS + "/" + rfi).statusCode(404);
        assertEquals(404, handedOver(colleague, draft));
        RfiSteps.read(colleague, path(thread)).statusCode(404);
        assertTrue(!Desk.by(colleague).get("/api/v1/disclosures").asString().contains(thread));
        for (Person reader : List.of(colleague, steps.analyst, officer)) {
            String direction = reader.equals(officer) ? "GIVEN" : "RECEIVED";
            String ledger = RfiSteps.read(reader, "/api/v1/disclosures?page_size=100&direction=" + direction)
                    .extract()
                    .asString();
            assertEquals(
                    !reader.equals(colleague), ledger.contains(answer.toString()), reader.login() + " reads " + ledger);
        }
        RfiSteps.read(investigator, path(thread)).statusCode(200);
        RfiSteps.read(steps.analyst, RFIS + "/" + rfi).statusCode(200);
    }

    private static int handedOver(Person who, String id) {
        return Desk.by(who)
                .header("Idempotency-Key", "handed-over-" + id)
                .post(RFIS + "/" + id + "/handovers")
                .statusCode();
    }
}
