package org.simpul.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.outbox.Notification;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.MailResource;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class MailTest extends HubTest {
    private static final String CHANNELS = "/api/v1/notification-channels";
    private static final String SETTINGS = "/api/v1/me/notification-settings";

    private final Institution bank = Institutions.bank();
    private final Person admin = bank.person(Role.PARTICIPANT_ADMIN);
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private final String desk = "desk@mail.simpul.test";

    @Inject
    Told told;

    @Inject
    Courier courier;

    private static ValidatableResponse set(
            Person who, String path, String tag, List<String> routine, List<String> urgent) {
        return as(who).header("If-Match", tag)
                .body(Map.of("routine", routine, "urgent", urgent))
                .put(path)
                .then();
    }

    private String address(String name) {
        return name + "." + bank.alias() + "@mail.simpul.test";
    }

    private UUID ring(UUID person, boolean urgent) {
        UUID referral = Drafts.of(bank, investigator).referral();
        told.of(bank, person, Permission.REFERRAL_READ, referral, urgent);
        courier.drain();
        return referral;
    }

    @Test
    void aMailSaysInBothLanguagesThatThereIsAnItemAndNothingElse() throws MessagingException, IOException {
        set(admin, CHANNELS, "\"0\"", List.of(address("routine")), List.of(address("urgent")))
                .statusCode(200);
        UUID referral = ring(null, true);
        assertEquals(0, MailResource.received(address("routine")).size());
        MimeMessage mail = MailResource.received(address("urgent")).get(0);
        String id =
                as(investigator).get("/api/v1/notifications").then().extract().path("items[0].id");
        assertEquals("Simpul: mendesak / urgent", mail.getSubject());
        assertEquals(
                """
                Ada hal mendesak untuk Anda di Simpul.
                Masuklah ke konsol untuk melihatnya: https://simpul.test/console

                You have an urgent item in Simpul.
                Sign in to the console to see it: https://simpul.test/console

                %s"""
                        .formatted(id),
                mail.getContent().toString().replace("\r\n", "\n").strip());
        assertFalse(mail.getContent().toString().contains(referral.toString()));
        ring(null, false);
        assertEquals(
                "Simpul: rutin / routine",
                MailResource.received(address("routine")).get(0).getSubject());
        assertEquals(1, MailResource.received(address("urgent")).size());
    }

    @Test
    void nothingAboutARestrictedReferralReachesTheInstitutionsMailbox() {
        set(admin, CHANNELS, "\"0\"", List.of(address("all")), List.of(address("all")))
                .statusCode(200);
        UUID referral = Drafts.of(bank, investigator).referral();
        Drafts.execute("update referral set restricted = true where id = ?", referral);
        told.of(bank, null, Permission.REFERRAL_READ, referral, true);
        courier.drain();
        assertEquals(0, MailResource.received(address("all")).size());
        assertEquals(1, Drafts.count("from outgoing where owner = ? and state = 'WITHDRAWN'", bank.id()));
        Drafts.execute("update referral set restricted = false where id = ?", referral);
        told.of(bank, null, Permission.REFERRAL_READ, referral, true);
        courier.drain();
        assertEquals(1, MailResource.received(address("all")).size());
    }

    /** A P1 in which a member of the team asks to unmask, opens alone, and sends it alone. */
    private ReferralSteps unmaskedAndSentAlone(boolean staff) {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("urgency", "P1");
        fields.put("urgency_ground", "SELF_HARM_RISK");
        fields.put("concerns_staff", staff);
        ReferralSteps referral = ReferralSteps.draft(bank, fields)
                .filled("3800000009")
                .subject(ReferralSteps.subject(
                        "POSSIBLE_CHILD_VICTIM", "UNDER_13", "Kirana Dewi", ReferralSteps.account("3800001239")));
        Map<String, Object> object = Map.of(
                "kind",
                "REFERRAL",
                "id",
                referral.id(),
                "subject",
                referral.read().path("version.subjects[1].reference"));
        String unmasking = as(referral.investigator())
                .body(Map.of("object", object, "purpose", "FILING", "reason", "The branch asks whom to call."))
                .post("/api/v1/unmaskings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> alone = Map.of("ground", "SELF_HARM_RISK", "reason", "Nobody else is reachable tonight.");
        as(referral.investigator())
                .body(alone)
                .post("/api/v1/unmaskings/" + unmasking + "/alone-openings")
                .then()
                .statusCode(200);
        return referral.done(referral.edit().body(alone).post(referral.path() + "/alone-submissions"), 200);
    }

    @Test
    void whatIsUnmaskedOrDoneAloneInARestrictedReferralReachesItsTeamAlone() {
        set(admin, CHANNELS, "\"0\"", List.of(address("all")), List.of(address("all")))
                .statusCode(200);
        // a typology that this test were the first to publish would be told to everybody
        ReferralSteps.anyRedFlag();
        Drafts.execute("delete from outbox_event where kind like 'notification%' and handled_at is null");
        Person colleague = bank.person(Role.INVESTIGATOR);
        ReferralSteps hidden = unmaskedAndSentAlone(true);
        tellOfIt(colleague, hidden);
        courier.drain();
        assertEquals(0, MailResource.received(address("all")).size());
        as(colleague).get("/api/v1/notifications").then().statusCode(200).body("items.size()", equalTo(0));
        as(hidden.officer()).get("/api/v1/notifications").then().body("items.size()", greaterThanOrEqualTo(3));

        tellOfIt(colleague, unmaskedAndSentAlone(false));
        courier.drain();
        assertTrue(MailResource.received(address("all")).size() >= 3);
        as(colleague).get("/api/v1/notifications").then().body("items.size()", greaterThanOrEqualTo(2));
    }

    private void tellOfIt(Person person, ReferralSteps referral) {
        UUID id = Drafts.id(person);
        UUID unmasking = (UUID) Drafts.value("select id from unmasking where object_id = ?", referral.id());
        UUID act = (UUID) Drafts.value("select id from alone_act where object_id = ?", unmasking);
        told.put(new Notification(bank.id(), id, Permission.REFERRAL_READ, "UNMASKING", unmasking, true));
        told.put(new Notification(bank.id(), id, Permission.REFERRAL_READ, "ALONE_ACT", act, true));
        told.everything();
    }

    @Test
    void whatIsForOnePersonGoesToHerOwnAddressAlone() {
        set(admin, CHANNELS, "\"0\"", List.of(address("desk")), List.of(address("desk")))
                .statusCode(200);
        set(investigator, SETTINGS, "\"0\"", List.of(), List.of(address("ratna")))
                .statusCode(200);
        UUID person = Drafts.id(investigator);
        ring(person, true);
        assertEquals(1, MailResource.received(address("ratna")).size());
        assertEquals(0, MailResource.received(address("desk")).size());
        ring(null, true);
        assertEquals(1, MailResource.received(address("ratna")).size());
        assertEquals(1, MailResource.received(address("desk")).size());
    }

    @Test
    void aPersonWhoLostTheRoleOrIsSwitchedOffGetsNoMail() {
        set(investigator, SETTINGS, "\"0\"", List.of(address("bayu")), List.of())
                .statusCode(200);
        UUID person = Drafts.id(investigator);
        UUID referral = Drafts.of(bank, investigator).referral();
        told.of(bank, person, Permission.REFERRAL_READ, referral, false);
        Drafts.execute("update person set roles = array['participant-admin'] where id = ?", person);
        courier.drain();
        assertEquals(0, MailResource.received(address("bayu")).size());
        Drafts.execute("update person set roles = array['investigator'] where id = ?", person);
        told.of(bank, person, Permission.REFERRAL_READ, referral, false);
        Drafts.execute("update person set status = 'SWITCHED_OFF' where id = ?", person);
        courier.drain();
        assertEquals(0, MailResource.received(address("bayu")).size());
        assertEquals(2, Drafts.count("from outgoing where owner = ? and state = 'WITHDRAWN'", bank.id()));
    }

    @Test
    void anAddressThatWasTakenOutMeanwhileGetsNothing() {
        set(admin, CHANNELS, "\"0\"", List.of(address("old")), List.of()).statusCode(200);
        told.of(
                bank,
                null,
                Permission.REFERRAL_READ,
                Drafts.of(bank, investigator).referral(),
                false);
        set(admin, CHANNELS, "\"1\"", List.of(address("new")), List.of()).statusCode(200);
        courier.drain();
        assertEquals(0, MailResource.received(address("old")).size());
        assertEquals(0, MailResource.received(address("new")).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "somebody@elsewhere.example",
                "somebody@mail.simpul.test.evil.example",
                "somebody@evil.example@mail.simpul.test",
                "two@mail.simpul.test, three@evil.example",
                "line\r\nBcc: x@evil.example@mail.simpul.test",
                "\"quoted name\"@mail.simpul.test",
                "nobody"
            })
    void onlyPlainAddressesOfAgreedDomainsAreTaken(String address) {
        set(admin, CHANNELS, "\"0\"", List.of(address), List.of()).statusCode(400);
        set(investigator, SETTINGS, "\"0\"", List.of(), List.of(address)).statusCode(400);
    }

    @Test
    void anEditNamesWhatItChanges() {
        String tag = as(admin)
                .get(CHANNELS)
                .then()
                .statusCode(200)
                .body("routine.size()", equalTo(0))
                .extract()
                .header("ETag");
        as(admin)
                .body(Map.of("routine", List.of(), "urgent", List.of()))
                .put(CHANNELS)
                .then()
                .statusCode(428);
        set(admin, CHANNELS, tag, List.of(desk), List.of()).statusCode(200).header("ETag", equalTo("\"1\""));
        set(admin, CHANNELS, tag, List.of(), List.of()).statusCode(412);
        as(admin).get(CHANNELS).then().body("routine", equalTo(List.of(desk)));
        as(investigator).get(CHANNELS).then().statusCode(403);
    }

    @Test
    void onesOwnSettingsAreNobodyElses() {
        set(investigator, SETTINGS, "\"0\"", List.of(desk), List.of()).statusCode(200);
        as(admin).get(SETTINGS).then().statusCode(200).body("routine.size()", equalTo(0));
        as(investigator).get(SETTINGS).then().body("routine", equalTo(List.of(desk)));
        assertTrue(Drafts.count("from mail_setting where owner = ?", bank.id()) == 1);
    }
}
