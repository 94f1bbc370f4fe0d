package org.simpul.inquiry.interest;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

/** Interests of one agency, in a test. */
public final class InterestSteps extends HubTest {
    public static final String INTERESTS = "/api/v1/interests";
    static final String CONTACTS = "/api/v1/interest-contacts";
    static final String MEETINGS = "/api/v1/interest-meetings";

    public final Institution agency;
    public final String matter;

    public InterestSteps(Institution agency) {
        // whose clerk looks for meetings
        Institutions.fiu();
        this.agency = agency;
        this.matter = Desk.matter(agency);
    }

    InterestSteps() {
        this(Institutions.agency());
    }

    static Map<String, Object> phone() {
        return Map.of("identifier", Map.of("type", "PHONE", "value", SubmittedReferral.anyPhone()));
    }

    /** @param value an identifier or a name */
    public static Map<String, Object> form(Map<String, Object> value, String desk) {
        Map<String, Object> form = new HashMap<>(value);
        form.put("desk", desk);
        form.put("contact", "+622150000001");
        form.put("ends_at", Instant.now().plus(30, ChronoUnit.MINUTES).toString());
        return form;
    }

    String desk() {
        return "Desk of " + agency.alias();
    }

    Response register(Map<String, Object> value) {
        return post(Role.LE_OFFICER, INTERESTS, form(value, desk()));
    }

    /** @return its id */
    public String registered(Map<String, Object> value) {
        return register(value).then().statusCode(201).extract().path("id");
    }

    String reference(String id) {
        return (String) Database.queryAsSuperuser("select reference from interest where id = ?", UUID.fromString(id))
                .get(0);
    }

    public Response silence(String id) {
        return post(
                Role.LE_SUPERVISOR,
                INTERESTS + "/" + id + "/silences",
                Map.of(
                        "reason",
                        "An undercover operation runs.",
                        "until",
                        Instant.now().plus(20, ChronoUnit.MINUTES).toString()));
    }

    public Response withdraw(String id) {
        return post(Role.LE_OFFICER, INTERESTS + "/" + id + "/withdrawals", Map.of());
    }

    Response post(Role role, String path, Map<String, Object> body) {
        var request = Desk.under(matter, agency.person(role));
        return (body.isEmpty() ? request : request.body(body)).post(path);
    }

    Response get(String path) {
        return Desk.under(matter, agency.person(Role.LE_OFFICER)).get(path);
    }

    List<String> desksTold() {
        return get(CONTACTS).then().statusCode(200).extract().path("items.desk");
    }
}
