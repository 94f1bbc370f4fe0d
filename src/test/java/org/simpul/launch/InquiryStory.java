package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.simpul.launch.Api.Answer;

import static org.simpul.launch.Story.demand;
import static org.simpul.launch.Story.first;
import static org.simpul.launch.Story.items;
import static org.simpul.launch.Story.text;

/** The part of the story in which the FIU asks: three institutions, of which none learns of another, and a foreign FIU. */
final class InquiryStory {
    private static final Map<String, String> FOR_A_CHILD = Map.of("Purpose", "CHILD_AT_RISK");

    private final Story story;
    private final String caseId;
    private final String account;

    InquiryStory(Story story, String caseId, String account) {
        this.story = story;
        this.caseId = caseId;
        this.account = account;
    }

    void play(String bankA) {
        String before = story.as("citra").get(bankA).masked();
        theFiuAsksThreeInstitutions();
        theFiuAsksAbroad();
        demand(story.as("citra").get(bankA).masked().equals(before), "the referral tells that somebody was asked");
    }

    private Api fiu(String login) {
        return story.as(login, FOR_A_CHILD);
    }

    private void theFiuAsksThreeInstitutions() {
        String rfi = issued(Bodies.rfi(
                caseId,
                account,
                "UU_8_2010_ART_41",
                "null",
                "{\"kind\":\"REPORTING_ENTITY\",\"jurisdiction\":\"ID\",\"by_identifier\":false}"));
        String ofBankA = thread("ana");
        String ofBankB = thread("bima");
        String ofTheWallet = thread("wati");
        answered("ana", "citra", ofBankA, Bodies.answer("ANSWERED", Bodies.holder("Rangga Sastra")));
        answered("bima", "bella", ofBankB, Bodies.answer("NIL"));
        Api wati = story.as("wati");
        String until = Instant.now()
                .plus(20, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String later = ",\"text\":\"Arsip cabang dibaca dengan tangan.\",\"until\":\"" + until + "\"}";
        wati.require(wati.post(ofTheWallet + "/steps", "{\"step\":\"ASK_EXTENSION\"" + later), 200);
        Api fajar = fiu("fajar");
        fajar.require(
                fajar.post(ofTheWallet + "/steps", "{\"step\":\"GRANT_EXTENSION\",\"until\":\"" + until + "\"}"), 200);
        demand(
                text(wati.require(wati.get(ofTheWallet), 200).json(), "due_at").equals(until),
                "the deadline did not move");
        Api bella = story.as("bella");
        Answer hidden = bella.require(bella.get(ofBankA), 404);
        Answer absent = bella.require(bella.get("/rfi-threads/" + UUID.randomUUID()), 404);
        demand(hidden.masked().equals(absent.masked()), "bank B can tell that another is asked");
        story.step(
                "The FIU asked three institutions by a rule: Bank Anggrek answered, Bank Bakau has nothing, Dompet Wijaya was"
                        + " given more time. None of them can tell that another was asked",
                rfi + "/answers");
        fajar.require(fajar.post(rfi + "/closures", null), 200);
        JsonNode over = fajar.require(fajar.get(rfi), 200).json();
        demand(over.path("nil_returns").asInt() == 1, "the nil return is not counted");
    }

    private void theFiuAsksAbroad() {
        String scope = "{\"kind\":\"FOREIGN_FIU\",\"jurisdiction\":\"XS\",\"by_identifier\":false}";
        String reference = "ESW/" + UUID.randomUUID().toString().substring(0, 8);
        String asked = Bodies.rfi(caseId, account, "UU_8_2010_ART_90", "\"" + reference + "\"", scope);
        agreed(asked);
        String rfi = issued(asked);
        Api frida = fiu("frida");
        String thread = thread("frida", FOR_A_CHILD);
        demand(text(frida.get(thread).json(), "egmont_reference").equals(reference), "the Egmont reference is missing");
        answered("frida", "frans", thread, Bodies.answer("ANSWERED", Bodies.holder("R. Sastra")));
        story.step(
                "Under an agreement that two supervisors set, the FIU asked the FIU of another country by its Egmont reference"
                        + " " + reference + ", and Frida answered",
                rfi + "/answers");
    }

    /** Once for each installation; before, nothing crosses the border. */
    private void agreed(String rfi) {
        Api fitri = story.as("fitri");
        if (items(fitri, "/agreements").stream()
                .anyMatch(one -> text(one, "status").equals("LIVE"))) {
            return;
        }
        Api fajar = fiu("fajar");
        String draft =
                "/rfis/" + text(fajar.require(fajar.post("/rfis", rfi), 201).json(), "id");
        demand(fajar.post(draft + "/handovers", null).status() == 409, "it crosses the border without an agreement");
        fajar.require(fajar.post(draft + "/cancellations", null), 200);
        JsonNode proposed = fitri.require(fitri.post("/agreements", Bodies.agreement("fiu-s", "MOU/2025/7")), 201)
                .json();
        story.approve(story.as("farid"), "/agreements/" + text(proposed, "id"), text(proposed, "digest"));
    }

    private String issued(String form) {
        Api fajar = fiu("fajar");
        String path =
                "/rfis/" + text(fajar.require(fajar.post("/rfis", form), 201).json(), "id");
        String digest =
                text(fajar.require(fajar.post(path + "/handovers", null), 200).json(), "digest");
        story.approve(fiu("fitri"), path, digest);
        return path;
    }

    /** What an institution was asked last. */
    private String thread(String login) {
        return thread(login, Map.of());
    }

    private String thread(String login, Map<String, String> headers) {
        return "/rfi-threads/" + text(first(items(story.as(login, headers), "/rfi-threads"), any -> true), "id");
    }

    private void answered(String author, String officer, String thread, String answer) {
        Map<String, String> headers = author.equals("frida") ? FOR_A_CHILD : Map.of();
        Api api = story.as(author, headers);
        api.require(api.edit("PUT", thread + "/answer", answer, thread), 200);
        JsonNode handedOver =
                api.require(api.post(thread + "/handovers", null), 200).json();
        story.approve(
                story.as(officer, headers),
                thread,
                handedOver.at("/draft/digest").asText());
    }
}
