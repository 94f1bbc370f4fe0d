package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.simpul.launch.Api.Answer;

/** The main job, played over HTTP by the demo's people: a bank refers, the FIU links and disseminates, an agency finds. */
final class Story {

    private static final String CHILD = "Melati Kirana";

    private final URI hub;
    private final Tokens tokens;
    private final Progress progress;

    /** New each time, so that the story can be played again on the same data. */
    private final String wallet = "+62812" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);

    private final String collector =
            String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));
    private final String matter = "LP-" + ThreadLocalRandom.current().nextInt(1_000_000);

    /** What was disseminated, as it was written. */
    private String form = "";

    private String caseId = "";

    private final List<String> receipts = new ArrayList<>();

    Story(URI hub, Tokens tokens, Progress progress) {
        this.hub = hub;
        this.tokens = tokens;
        this.progress = progress;
    }

    /** Each {@code Audit-Leaf} that the hub has handed to the story's people. */
    List<String> receipts() {
        return receipts;
    }

    /** @throws LaunchFailure when a step did not go as told */
    void play() {
        String typology = publishedTypology();
        String bankA = bankAsReferral(typology);
        String walletW = walletsReferral(typology);
        JsonNode product = disseminate(bankA, walletW);
        theFiuHaltsAnAccount(bankA);
        theAgencyFinds(bankA, product);
        theFiuKnowsMoreAndTakesBackWhatItSaidFirst(bankA, product);
        new InquiryStory(this, caseId, collector).play(bankA);
        nobodyElseLearns(bankA);
        theSubmittersAreTold(bankA, walletW);
        theAuditorReads(bankA);
        leaveOneWaiting(typology);
        progress.say("The story is told: each step held.");
        progress.say(
                "The addresses are the API's: curl -H \"Authorization: Bearer $(./simpul token <login>)\" <address>");
        progress.say("Whoever reads persons says why: the FIU adds -H \"Purpose: CHILD_AT_RISK\", agency X adds"
                + " -H \"Purpose: LOCATE_AND_PROTECT\" -H \"Case-Reference: " + matter + "\".");
    }

    /** Typology T02, published to banks and agencies; once for each installation. */
    String publishedTypology() {
        Api fajar = as("fajar");
        String path = "/typologies/"
                + first(items(fajar, "/typologies?page_size=200"), t -> text(t, "code")
                                .equals("T02"))
                        .get("id")
                        .asText();
        if (text(fajar.require(fajar.get(path), 200).json(), "status").equals("DRAFT")) {
            JsonNode copy = fajar.require(fajar.post(path + "/review-copies", "{\"reviewers\":[\"hotline-h\"]}"), 201)
                    .json();
            Api hana = as("hana");
            String shown = "/review-copies/" + text(copy, "id");
            hana.require(
                    hana.post(
                            shown + "/reviews",
                            Bodies.endorsement(
                                    text(hana.require(hana.get(shown), 200).json(), "digest"))),
                    201);
            JsonNode handedOver = fajar.require(
                            fajar.post(
                                    path + "/handovers",
                                    "{\"communities\":[\"REPORTING_ENTITY\",\"LAW_ENFORCEMENT\"],\"participants\":[]}"),
                            200)
                    .json();
            approve(as("fitri"), path, text(handedOver, "digest"));
        }
        Api ana = as("ana");
        JsonNode read = ana.require(ana.get(path), 200).json();
        step(
                "The FIU's supervisor has published typology T02, \""
                        + read.at("/content/title/en").asText() + "\", to reporting entities; Bank Anggrek reads it",
                path);
        return text(read, "version_id");
    }

    private String bankAsReferral(String typology) {
        Api ana = as("ana");
        String path = "/referrals/"
                + text(
                        ana.require(ana.post("/referrals", Bodies.fields("P1", "\"LIVE_OR_SCHEDULED_ABUSE\"")), 201)
                                .json(),
                        "id");
        JsonNode loaded = imported(ana, path, Bodies.report(collector, wallet));
        step(
                "Ana, investigator at Bank Anggrek, came in through her own bank and imported the report that the bank had"
                        + " written for goAML: " + loaded.get("rows_read").asText() + " transactions, and "
                        + loaded.at("/summary/subjects_added").asText() + " subjects without typing one again",
                path);
        ana.require(
                ana.edit("PUT", path + "/red-flags", Bodies.redFlags(typology, "RF-006", "RF-007", "RF-010"), path),
                200);
        List<JsonNode> subjects = new ArrayList<>();
        ana.require(ana.get(path), 200).json().at("/version/subjects").forEach(subjects::add);
        JsonNode customer = first(subjects, subject -> text(subject, "name").equals("Rangga Sastra"));
        JsonNode child = first(subjects, subject -> subject.get("protected").asBoolean());
        ana.require(
                ana.edit(
                        "PUT",
                        path + "/subjects/" + text(customer, "id"),
                        Bodies.subject(
                                "FACILITATOR",
                                "ADULT",
                                "Rangga Sastra",
                                Bodies.bankAccount(collector),
                                Bodies.eWallet(wallet)),
                        path),
                200);
        ana.require(
                ana.edit(
                        "PUT",
                        path + "/subjects/" + text(child, "id"),
                        Bodies.subject("POSSIBLE_CHILD_VICTIM", "AGE_13_17", CHILD, Bodies.bankAccount("5550001111")),
                        path),
                200);
        demand(!child.toString().contains(CHILD), "the child's name came back");
        String seen =
                ana.require(ana.get(path + "/transactions?page_size=200"), 200).body();
        demand(!seen.contains("5550001111"), "the child's account stands in the transactions");
        step(
                "She cited three red flags, a suspected facilitator with a wallet, and a possible child victim, who is "
                        + text(child, "reference") + " from now on, in the transactions too",
                path);
        String digest = submit("ana", "citra", path);
        step(
                "Citra, compliance officer, submitted it as P1 on the ground of live abuse (digest "
                        + digest.substring(0, 12) + "…)",
                path);
        return path;
    }

    private String walletsReferral(String typology) {
        String path = referral("wati", "wahyu", typology, "ACCOUNT_HOLDER", Bodies.statement(collector, wallet));
        step(
                "Dompet Wijaya, knowing nothing of it, referred the same wallet, with its own statement in ISO 20022",
                path + "/transactions");
        return path;
    }

    private void leaveOneWaiting(String typology) {
        String path = referral("bima", "bella", typology, "MULE", null);
        step("Bank Bakau has referred something as well; it waits in the triage queue of the console", path);
    }

    private String referral(String author, String officer, String typology, String role, String statement) {
        Api api = as(author);
        String path = "/referrals/"
                + text(
                        api.require(api.post("/referrals", Bodies.fields("P2", "null")), 201)
                                .json(),
                        "id");
        if (statement != null) {
            imported(api, path, statement);
        }
        api.require(api.edit("PUT", path + "/red-flags", Bodies.redFlags(typology, "RF-010"), path), 200);
        api.require(
                api.edit(
                        "POST",
                        path + "/subjects",
                        Bodies.subject(role, "ADULT", "R. Sastra", Bodies.eWallet(wallet)),
                        path),
                201);
        submit(author, officer, path);
        return path;
    }

    private static JsonNode imported(Api api, String path, String document) {
        JsonNode run = api.require(api.post(path + "/imports", "{}"), 201).json();
        JsonNode loaded = api.require(api.putXml(path + "/imports/" + text(run, "id") + "/content", document), 200)
                .json();
        demand(text(loaded, "status").equals("PUBLISHED"), "the import is not published: " + loaded);
        return loaded;
    }

    private JsonNode disseminate(String bankA, String walletW) {
        Api fajar = as("fajar", Map.of("Purpose", "CHILD_AT_RISK"));
        String urgent = text(as("citra").get(bankA).json(), "reference");
        String other = text(as("wahyu").get(walletW).json(), "reference");
        List<JsonNode> queue = Patience.until(
                () -> items(fajar, "/intakes?page_size=200"),
                found -> index(found, urgent) >= 0 && index(found, other) >= 0,
                "the referrals do not reach the FIU");
        demand(index(queue, urgent) < index(queue, other), "the P1 is not before the P2");
        step("Fajar, analyst of the FIU, sees the P1 first in the queue", "/intakes");
        String intake = "/intakes/" + text(queue.get(index(queue, urgent)), "id");
        String second = "/intakes/" + text(queue.get(index(queue, other)), "id");
        for (String each : List.of(intake, second)) {
            for (String decision : List.of("TAKE", "ACCEPT")) {
                fajar.require(
                        fajar.edit("POST", each + "/decisions", "{\"decision\":\"" + decision + "\"}", each), 200);
            }
        }
        JsonNode link = first(items(fajar, intake + "/links"), found -> text(found, "reference")
                .equals(other));
        step("He sees what no bank can see: " + text(link, "from") + " holds the same wallet", intake + "/links");
        JsonNode file = fajar.require(
                        fajar.post(
                                "/cases",
                                "{\"title\":\"Rekening penampung\",\"intake_ids\":[\"" + last(intake) + "\",\""
                                        + last(second) + "\"]}"),
                        201)
                .json();
        caseId = text(file, "id");
        step("He built a case of both", "/cases/" + caseId);
        JsonNode content = fajar.get(intake).json().at("/content");
        demand(!content.toString().contains(CHILD), "the FIU sees the child's name");
        List<String> subjects = new ArrayList<>();
        content.get("subjects").forEach(subject -> subjects.add("\"" + text(subject, "id") + "\""));
        form = Bodies.dissemination(caseId, matter, subjects, wallet);
        JsonNode draft = fajar.require(fajar.post("/disseminations", form), 201).json();
        String path = "/disseminations/" + text(draft, "id");
        String digest =
                text(fajar.require(fajar.post(path + "/handovers", null), 200).json(), "digest");
        demand(as("fajar").post(path + "/decisions", Bodies.decision(digest)).status() == 403, "one person was enough");
        approve(as("fitri", Map.of("Purpose", "CHILD_AT_RISK")), path, digest);
        step("Fitri, supervisor, approved the dissemination to one agency: a second person, as the rule asks", path);
        return draft;
    }

    private void theAgencyFinds(String bankA, JsonNode product) {
        register("xavier");
        register("yanti");
        Map<String, String> under = Map.of("Purpose", "LOCATE_AND_PROTECT", "Case-Reference", matter);
        String path = "/disseminations/" + text(product, "id");
        Api xena = as("xena", under);
        JsonNode found =
                xena.require(xena.post("/searches", Bodies.search(wallet)), 200).json();
        demand(found.toString().contains(text(product, "id")), "agency X does not find the wallet");
        JsonNode read = xena.require(xena.get(path), 200).json();
        demand(!read.toString().contains(CHILD), "agency X sees the child's name");
        step("Xena of agency X searched for the wallet under purpose and matter " + matter + ", and found it", path);
        Api yusuf = as("yusuf", under);
        Answer hidden = yusuf.require(yusuf.post("/searches", Bodies.search(wallet)), 200);
        Answer unknown = yusuf.require(yusuf.post("/searches", Bodies.search("+6281299999999")), 200);
        demand(hidden.masked().equals(unknown.masked()), "agency Y can tell the wallet from one nobody knows");
        demand(yusuf.get(path).status() == 404, "agency Y reads what it was not given");
        step("Yusuf of agency Y found nothing: the same bytes as for a wallet that nobody knows", "/searches");
        String before = as("citra").get(bankA).masked();
        xena.require(xena.post(path + "/acknowledgements", null), 201);
        xena.require(
                xena.post(path + "/outcomes", "{\"outcome\":\"CHILD_SAFEGUARDED\",\"child_count_band\":\"ONE\"}"), 201);
        demand(as("citra").get(bankA).masked().equals(before), "the submitter can tell that the agency acted");
        step(
                "Xena acknowledged it and recorded: CHILD_SAFEGUARDED. For Bank Anggrek not a byte has changed",
                path + "/responses");
    }

    private void theFiuHaltsAnAccount(String bankA) {
        String before = as("citra").get(bankA).masked();
        Api fajar = as("fajar", Map.of("Purpose", "CHILD_AT_RISK"));
        JsonNode asked = fajar.require(
                        fajar.post(
                                "/holds",
                                Bodies.halt("bank-a", UUID.randomUUID().toString())),
                        201)
                .json();
        String hold = "/holds/" + text(asked, "id");
        JsonNode handedOver =
                fajar.require(fajar.post(hold + "/handovers", null), 200).json();
        approve(as("fitri", Map.of("Purpose", "CHILD_AT_RISK")), hold, text(handedOver.get("desk"), "digest"));
        Api citra = as("citra");
        demand(citra.require(citra.get(hold), 200).json().has("accounts"), "bank A does not see which account");
        citra.require(citra.post(hold + "/answers", Bodies.executed()), 200);
        Api bella = as("bella");
        Answer hidden = bella.require(bella.get(hold), 404);
        Answer absent = bella.require(bella.get("/holds/" + UUID.randomUUID()), 404);
        demand(hidden.masked().equals(absent.masked()), "bank B can tell a hold elsewhere from none");
        demand(citra.get(bankA).masked().equals(before), "the referral tells of the hold");
        step(
                "The FIU asked Bank Anggrek to halt an account; Citra executed it. Bank Bakau and the referral tell nothing",
                hold);
    }

    private void theFiuKnowsMoreAndTakesBackWhatItSaidFirst(String bankA, JsonNode product) {
        String before = as("citra").get(bankA).masked();
        Api fajar = as("fajar", Map.of("Purpose", "CHILD_AT_RISK"));
        Api fitri = as("fitri", Map.of("Purpose", "CHILD_AT_RISK"));
        String first = "/disseminations/" + text(product, "id");
        String more = form.replace("kiriman kecil.", "kiriman kecil, dan masih dipakai minggu ini.");
        String second = "/disseminations/"
                + text(fajar.require(fajar.post(first + "/versions", more), 201).json(), "id");
        String digest =
                text(fajar.require(fajar.post(second + "/handovers", null), 200).json(), "digest");
        JsonNode preview = fitri.require(fitri.get(second + "/preview"), 200).json();
        approve(fitri, second, digest);
        Api xena = as("xena", Map.of("Purpose", "LOCATE_AND_PROTECT", "Case-Reference", matter));
        JsonNode read = xena.require(xena.get(second), 200).json();
        demand(read.get("content").equals(preview.at("/dissemination/content")), "the preview is not what is read");
        JsonNode differences =
                xena.require(xena.get(second + "/differences"), 200).json();
        demand(differences.get("changes").size() == 1, "the versions do not differ in the narrative alone");
        step(
                "Fajar knew more: a second version, approved like the first; Xena reads it, and what is new in it",
                second);
        fitri.require(fitri.post(first + "/recalls", "{\"reason\":\"REPLACED\"}"), 201);
        Answer gone = xena.require(xena.get(first), 404);
        Answer absent = xena.require(xena.get("/disseminations/" + UUID.randomUUID()), 404);
        demand(gone.masked().equals(absent.masked()), "what was recalled differs from what never was");
        JsonNode notice = first(items(xena, "/recall-notices"), told -> text(told, "dissemination_id")
                .equals(last(first)));
        xena.require(xena.post("/recall-notices/" + text(notice, "id") + "/deletions", null), 201);
        demand(
                items(fajar, first + "/deliveries").get(0).hasNonNull("deletion_confirmed_at"),
                "the FIU does not see that it is deleted");
        demand(as("citra").get(bankA).masked().equals(before), "the submitter can tell that there was a recall");
        step(
                "Fitri recalled the first version: gone on the next request; Xena was told so and confirmed the deletion",
                "/recall-notices");
    }

    private void nobodyElseLearns(String bankA) {
        Api bella = as("bella");
        demand(bella.post("/searches", Bodies.search(wallet)).status() == 403, "a bank can search");
        Answer hidden = bella.require(bella.get(bankA), 404);
        Answer absent = bella.require(bella.get("/referrals/" + UUID.randomUUID()), 404);
        demand(hidden.masked().equals(absent.masked()), "bank B can tell a hidden referral from an absent one");
        step(
                "Bella of Bank Bakau has no search at all, and gets 404 on the referral, byte for byte as for none",
                bankA);
    }

    private void theSubmittersAreTold(String bankA, String walletW) {
        Predicate<List<JsonNode>> finished =
                told -> told.stream().anyMatch(n -> text(n, "kind").equals("FINISHED"));
        List<JsonNode> first =
                Patience.until(() -> items(as("citra"), bankA + "/notices"), finished, "bank A is not told FINISHED");
        List<JsonNode> second = Patience.until(
                () -> items(as("wahyu"), walletW + "/notices"), finished, "wallet W is not told FINISHED");
        List<String> kinds = first.stream().map(notice -> text(notice, "kind")).toList();
        demand(kinds.equals(List.of("FINISHED", "RECEIVED")), "bank A was told " + kinds);
        demand(text(first.get(0), "form_code").equals("COMPLETE"), "the form code is missing");
        demand(forms(first).equals(forms(second)), "the notices tell the two submitters apart");
        step(
                "Both submitters were told RECEIVED, and FINISHED with a code about the form, and nothing else",
                bankA + "/notices");
    }

    private void theAuditorReads(String bankA) {
        Api oki = as("oki");
        List<JsonNode> acts = items(oki, "/audit-entries?page_size=200&object_id=" + last(bankA));
        demand(
                acts.stream().anyMatch(entry -> text(entry, "act").equals("referral.submitted")),
                "no act of submission");
        demand(!acts.toString().contains(wallet) && !acts.toString().contains(CHILD), "the audit tells content");
        step(
                "Oki, the overseer's auditor, reads who did what to the referral: " + acts.size() + " acts, no content",
                "/audit-entries");
    }

    private void register(String supervisor) {
        Api api = as(supervisor);
        api.require(
                api.post(
                        "/matters",
                        "{\"number\":\"%s\",\"offence\":\"CHILD_SEXUAL_EXPLOITATION\",\"expires_at\":\"%sT00:00:00Z\"}"
                                .formatted(matter, LocalDate.now().plusYears(1))),
                201);
    }

    /** @return the digest that was approved */
    private String submit(String author, String officer, String path) {
        as(author).require(as(author).post(path + "/handovers", null), 200);
        Api approver = as(officer);
        String digest = approver.require(approver.get(path), 200)
                .json()
                .at("/version/digest")
                .asText();
        approve(approver, path, digest);
        return digest;
    }

    void approve(Api approver, String path, String digest) {
        approver.require(approver.post(path + "/decisions", Bodies.decision(digest)), 200);
    }

    Api as(String login) {
        return as(login, Map.of());
    }

    Api as(String login, Map<String, String> headers) {
        return new Api(hub, tokens, login, headers).noting(receipts::add);
    }

    void step(String words, String path) {
        progress.say("· " + words + ".\n    " + hub.resolve("/api/v1" + path));
    }

    static void demand(boolean holds, String fault) {
        if (!holds) {
            throw new LaunchFailure("A step did not hold: " + fault + ".");
        }
    }

    static List<JsonNode> items(Api api, String path) {
        return StreamSupport.stream(
                        api.require(api.get(path), 200).json().get("items").spliterator(), false)
                .toList();
    }

    static JsonNode first(List<JsonNode> items, Predicate<JsonNode> wanted) {
        return items.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("A step did not hold: it is not in the list."));
    }

    private static int index(List<JsonNode> items, String reference) {
        return items.stream().map(item -> text(item, "reference")).toList().indexOf(reference);
    }

    private static List<String> forms(List<JsonNode> notices) {
        return notices.stream()
                .map(notice -> text(notice, "kind") + notice.get("form_code") + notice.get("missing"))
                .toList();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
