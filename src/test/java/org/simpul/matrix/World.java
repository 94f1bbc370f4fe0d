package org.simpul.matrix;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.inquiry.pointer.PointerSteps;
import org.simpul.inquiry.rfi.Abroad;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.oversight.AnomalySteps;
import org.simpul.oversight.BreachSteps;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.typology.Typologies;

/** The objects of a hub at work, in each relation to each principal. */
final class World extends HubTest {
    static final String ROWS =
            "date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark\n";

    private static final String TYPOLOGIES = "/api/v1/typologies";
    private static final String DISSEMINATIONS = "/api/v1/disseminations/";
    private static final String TYPOLOGY =
            """
            {"code":"%s","title":{"id":"Rekening penampung","en":"Collector account"},
            "summary":{"id":"Banyak pengirim.","en":"Many senders."},
            "narrative":{"id":"Uang masuk dari banyak pihak.","en":"Money comes in from many parties."},
            "predicate_offence":"CHILD_SEXUAL_EXPLOITATION","jurisdictions":["ID"],"channels":["E_WALLET"],
            "handling":{"tlp":"TLP:AMBER","pap":"PAP:AMBER"},"combination":{"threshold":60,"at_least":2},
            "red_flags":[%s,%s]}""";
    private static final String FLAG =
            """
            {"code":"%s","text":{"id":"Banyak pengirim","en":"Many senders"},"category":"NETWORK","weight":40,
            "provenance":{"publisher":"Simpul","date":"2025-03","reference":"Practitioner background",
            "verification":"BACKGROUND"}}""";

    final Cast cast;
    final UUID intake;
    private final Desk desk = new Desk();
    private final SubmittedReferral submitted;
    private final String caseId;
    private final Target ownDraft;
    private final Target suspendedDraft;
    private final Target otherDraft;
    private final Target restrictedDraft;
    private final Target typologyDraft;
    private final Target typologyOfOthers;
    private final Target published;
    private final Target recalledTypology;
    private final Target disseminationDraft;
    private final Target disclosed;
    private final Target recalled;
    private final Target expired;
    private final Target ofAnotherAgency;
    private final Target ofAColleague;
    private final UUID hiddenTypologyVersion;
    private final CaseFiles caseFiles;
    private final Map<Principal, Target> ownCases;
    private final Target copiedIntake;
    private final Target copiedCase;
    private final Target copiedTypology;
    private final Target copiedDissemination;
    private final Target applicant;
    private final Target otherApplicant;
    private final Target formerApplicant;
    private final Company company;
    private final Circles circles;
    private final AloneActs alone;
    private final Unmaskings unmaskings;
    private final Alerts alerts;
    private final Holds holds;
    private final Rfis rfis;
    private final Borders borders;
    private final Leads leads;
    private final Lists lists;
    private final Screenings screenings;
    private final Matters matters;
    private final Interests interests;
    private final Recalls recalls;
    private final Consents consents;
    private final Retentions retentions;
    private final Reviews reviews;
    private final Practice practice;
    private final Entries entries;
    private final Target typologyOfACircle;
    private final Target proposedBasis;
    private final Target exclusion;
    private final Target breach;
    private final Target anomalyOfTheBank;
    private final Target anomalyOfTheFiu;
    private final Target pointerSwitch;
    private final Target typologyOfAFormerCircle;
    private final Target typologyOfAnotherCircle;

    World(OutboxDispatcher outbox) {
        cast = new Cast();
        ownDraft = referral(cast.bank, cast.people.get(Principal.INVESTIGATOR));
        otherDraft = referral(cast.otherBank, cast.otherBank.person(Role.INVESTIGATOR));
        restrictedDraft = restricted(referral(cast.bank, cast.bank.person(Role.INVESTIGATOR)));
        suspendedDraft = referral(cast.suspended, cast.people.get(Principal.SUSPENDED));
        submitted = SubmittedReferral.of(cast.otherBank, "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        intake = desk.accepted(submitted);
        caseId = desk.caseOf(intake);
        join(caseId, Principal.FIU_ANALYST);
        join(caseId, Principal.FIU_SUPERVISOR);
        caseFiles = new CaseFiles(cast, desk, outbox, caseId);
        ownCases = Map.of(
                Principal.FIU_ANALYST, caseFiles.own(),
                Principal.FIU_SUPERVISOR, caseFiles.own());

        List<String> readers = List.of("REPORTING_ENTITY", "LAW_ENFORCEMENT", "PARTNER", "SUPERVISOR");
        typologyDraft = Target.of(draftTypology());
        typologyOfOthers = typology(List.of("FOREIGN_FIU"), List.of(cast.otherBank.alias(), cast.otherAgency.alias()));
        published = typology(readers, List.of());
        // its next version is open: hidden from those who read the first
        as(desk.analyst)
                .post(TYPOLOGIES + "/" + published.id() + "/versions")
                .then()
                .statusCode(201);
        recalledTypology = typology(readers, List.of());
        recall("select id from typology_version where typology_id = ?", recalledTypology);
        hiddenTypologyVersion = (UUID) Drafts.value(
                "select id from typology_version where typology_id = ?", UUID.fromString(typologyDraft.id()));

        company = new Company(cast);
        untaken();
        circles = new Circles(cast, new Copies(cast.otherAgency.id()));
        typologyOfACircle = typology(List.of(), List.of(), circles.inside());
        typologyOfAFormerCircle = typology(List.of(), List.of(), circles.left());
        typologyOfAnotherCircle = typology(List.of(), List.of(), circles.others());
        circles.leave();
        disseminationDraft = Target.of(
                desk.draft(disseminationForm()).statusCode(201).extract().path("id"));
        disclosed = disseminated(cast.agency);
        acknowledge(disclosed);
        close(disclosed);
        recalled = disseminated(cast.agency);
        acknowledge(recalled);
        recall("select id from dissemination_version where id = ?", recalled);
        ofAnotherAgency = disseminated(cast.otherAgency);
        expired = disseminated(cast.otherAgency);
        expire(expired);
        ofAColleague = toColleague();
        Copies copies = new Copies(cast.otherAgency.id());
        copiedIntake = copies.intake(intake);
        copiedCase = copies.caseFile(UUID.fromString(caseId));
        copiedTypology = copies.typology(typologyDraft);
        copiedDissemination = copies.dissemination(disseminationDraft, copiedCase);
        recalls = new Recalls(cast, disclosed, recalled, ofAnotherAgency, copiedDissemination);
        consents = new Consents(cast, disclosed, ofAnotherAgency, copiedDissemination);
        unmaskings = new Unmaskings(cast);
        alone = new AloneActs(
                cast,
                ownDraft,
                otherDraft,
                disclosed,
                unmaskings.targets(Principal.LE_OFFICER, Relation.OWN).get(0));
        exclusion = Target.of(exclusion());
        anomalyOfTheBank = anomaly(cast.bank, Principal.INVESTIGATOR);
        anomalyOfTheFiu = anomaly(cast.institution(ParticipantKind.FIU), Principal.FIU_ANALYST);
        breach = Target.of(BreachSteps.recorded(cast.people.get(Principal.FIU_SUPERVISOR)));
        pointerSwitch = Target.of(PointerSteps.declined(cast.agency));
        proposedBasis = Target.of(UUID.randomUUID()).with("code", proposedBasis());
        applicant = applicant();
        otherApplicant = applicant();
        formerApplicant = formerApplicant();
        alerts = new Alerts(cast, ownDraft, otherDraft, disclosed, recalled, ofAnotherAgency);
        holds = new Holds(cast);
        rfis = new Rfis(cast, outbox);
        borders = new Borders(cast, desk, disseminationForm(), rfis);
        leads = new Leads(cast);
        lists = new Lists(cast, copies);
        screenings = new Screenings(cast);
        matters = new Matters(cast);
        retentions = new Retentions(cast, intake, caseFiles.restricted());
        interests = new Interests(cast);
        reviews = new Reviews(cast, this::draftTypology, copies);
        practice = new Practice(cast, List.of(published, typologyOfACircle), copies);
        entries = new Entries(cast);
        cast.suspend();
    }

    private Target anomaly(Institution institution, Principal about) {
        UUID id = AnomalySteps.raised(institution, Drafts.id(cast.people.get(about)));
        AnomalySteps.review(id, cast.institution(ParticipantKind.SUPERVISOR));
        return Target.of(id);
    }

    /** Enough for everybody who takes the next one. */
    private void untaken() {
        Database.updateAsSuperuser(
                """
                insert into intake (id, owner, referral_id, referral_owner, version_id, version_number, reference, urgency,
                  status, form_code, received_at, due_at, revision)
                select gen_random_uuid(), ?, gen_random_uuid(), ?, gen_random_uuid(), 1, 'R-MATRIX', 'P3', 'RECEIVED',
                  'COMPLETE', now(), now() + interval '10 days', 0 from generate_series(1, 50)
                """,
                cast.institution(ParticipantKind.FIU).id(),
                cast.otherBank.id());
    }

    String phone() {
        return submitted.phone;
    }

    UUID hiddenTypologyVersion() {
        return hiddenTypologyVersion;
    }

    /** A part of an object that is not the one that is asked for, e.g. a subject of another bank's draft. */
    UUID hiddenPart(String parameter) {
        if (parameter.equals("participantId")) {
            // a member that is inside of another group
            return cast.otherBank.id();
        }
        if (List.of("noteId", "taskId", "grantId", "personId", "intakeId").contains(parameter)) {
            return UUID.fromString(caseFiles.restricted().names().get(parameter));
        }
        Target others = parameter.equals("changeId") ? otherApplicant : otherDraft;
        return UUID.fromString(others.names().get(parameter));
    }

    /** A valid draft of a dissemination to nobody. */
    Map<String, Object> disseminationForm() {
        return Desk.form(caseId, submitted);
    }

    /** What is proposed to the foreign FIU, in the place of what was before. */
    Map<String, Object> agreementForm() {
        return Abroad.agreement(cast.foreign, true);
    }

    /** A request of the FIU. */
    Map<String, Object> rfiForm() {
        return RfiSteps.form(caseId, "test");
    }

    static String typology(String code) {
        return TYPOLOGY.formatted(
                code.substring(0, Math.min(code.length(), 16)).toUpperCase(),
                FLAG.formatted("RF-01"),
                FLAG.formatted("RF-02"));
    }

    /** @return all objects that stand in the relation; none where the relation can't be */
    List<Target> targets(Thing thing, Principal principal, Relation relation) {
        if (thing == Thing.NOTHING) {
            return relation == Relation.OWN ? List.of(Target.NOTHING) : List.of();
        }
        if (relation == Relation.ABSENT) {
            return List.of(Target.absent());
        }
        return switch (thing) {
            case NOTHING -> List.of();
            case REFERRAL -> referrals(principal, relation);
            case TYPOLOGY -> typologies(principal, relation);
            case INTAKE -> ofTheFiu(Target.of(intake), copiedIntake, principal, relation);
            case CASE -> cases(principal, relation);
            case DISSEMINATION -> disseminations(principal, relation);
            case HOLD -> holds.targets(principal, relation);
            case RFI -> cast.isForeign(principal) ? borders.rfis(relation) : rfis.files(principal, relation);
            case RFI_THREAD ->
                cast.isForeign(principal) ? borders.threads(relation) : rfis.threads(principal, relation);
            case AGREEMENT -> borders.agreements(principal, relation);
            case LEAD -> leads.targets(principal, relation);
            case IDENTIFIER_LIST -> lists.targets(principal, relation);
            case SCREENING_RUN -> screenings.targets(principal, relation);
            case IDENTIFIER_CORRECTION -> lists.corrections(principal, relation);
            case FALSE_POSITIVE -> lists.falsePositives(principal, relation);
            case MATTER -> matters.targets(principal, relation);
            case RECALL -> recalls.recalls(principal, relation);
            case RECALL_NOTICE -> recalls.notices(principal, relation);
            case CONSENT -> consents.consents(principal, relation);
            case ONWARD_DISCLOSURE -> consents.onward(principal, relation);
            case PARTICIPANT -> participants(applicant, principal, relation);
            case FORMER_PARTICIPANT -> participants(formerApplicant, principal, relation);
            case PERSON -> company.people(principal, relation);
            case MACHINE_CLIENT -> company.machines(principal, relation);
            case ALONE_ACT -> alone.targets(principal, relation);
            case WORKING_GROUP -> circles.targets(principal, relation);
            case UNMASKING -> unmaskings.targets(principal, relation);
            case LEGAL_BASIS -> relation == Relation.OWN && cast.isFiu(principal) ? List.of(proposedBasis) : List.of();
            case INTEREST -> interests.targets(principal, relation);
            case POINTER_SWITCH ->
                relation == Relation.OWN && cast.isFiu(principal) ? List.of(pointerSwitch) : List.of();
            case EXCLUSION -> relation == Relation.OWN && cast.isFiu(principal) ? List.of(exclusion) : List.of();
            case RETENTION_SCHEDULE -> retentions.schedules(principal, relation);
            case PURGE -> retentions.purges(principal, relation);
            case LEGAL_HOLD -> retentions.holds(principal, relation);
            case NOTIFICATION -> alerts.notifications(principal, relation);
            case TYPOLOGY_ADOPTION -> practice.adoptions(principal, relation);
            case RED_FLAG_PROPOSAL -> practice.proposals(principal, relation);
            case REVIEW_COPY -> reviews.targets(principal, relation);
            case WEBHOOK -> alerts.webhooks(principal, relation);
            case REMOVED_WEBHOOK -> alerts.removedWebhooks(principal, relation);
            case SENDING -> alerts.sendings(principal, relation);
            case ANOMALY -> anomalies(principal, relation);
            case BREACH -> breaches(principal, relation);
            case AUDIT_ENTRY -> entries.targets(principal, relation);
            case STATISTIC ->
                relation == Relation.OWN
                        ? List.of(Target.absent().with("statistic", "referrals-by-sector"))
                        : List.of();
        };
    }

    /** The overseer sees everybody's, the FIU its own people's. */
    private List<Target> anomalies(Principal principal, Relation relation) {
        boolean fiu = cast.isFiu(principal);
        boolean reads = fiu || cast.isSupervisor(principal);
        return switch (relation) {
            case OWN -> reads ? List.of(fiu ? anomalyOfTheFiu : anomalyOfTheBank) : List.of();
            case OTHERS -> cast.isSupervisor(principal) ? List.of() : List.of(anomalyOfTheBank);
            default -> List.of();
        };
    }

    /** The FIU's; the overseer reads it. */
    private List<Target> breaches(Principal principal, Relation relation) {
        boolean reads = cast.isFiu(principal) || cast.isSupervisor(principal);
        return relation == (reads ? Relation.OWN : Relation.OTHERS) ? List.of(breach) : List.of();
    }

    /** Its versions are disclosed to the FIU, and read as intakes; the referral itself is never disclosed. */
    private List<Target> referrals(Principal principal, Relation relation) {
        return switch (relation) {
            case OWN ->
                cast.isBank(principal)
                        ? List.of(principal == Principal.SUSPENDED ? suspendedDraft : ownDraft)
                        : List.of();
            case OTHERS -> {
                Target theirs = Target.of(submitted.id).with("subjectId", submitted.suspect);
                // a colleague's, who kept it to the team
                yield principal == Principal.INVESTIGATOR
                        ? List.of(otherDraft, theirs, restrictedDraft)
                        : List.of(otherDraft, theirs);
            }
            default -> List.of();
        };
    }

    private List<Target> typologies(Principal principal, Relation relation) {
        boolean reads = cast.isBank(principal)
                || cast.isAgency(principal)
                || cast.isPartner(principal)
                || cast.isSupervisor(principal);
        if (cast.isForeign(principal) && relation == Relation.DISCLOSED) {
            return List.of(typologyOfOthers);
        }
        if (cast.isForeign(principal) && relation == Relation.OTHERS) {
            return List.of(typologyDraft, published, typologyOfAnotherCircle);
        }
        return switch (relation) {
            case OWN -> cast.isFiu(principal) ? List.of(typologyDraft) : List.of();
            case DISCLOSED -> reads ? List.of(published, typologyOfACircle) : List.of();
            case RECALLED -> reads ? List.of(recalledTypology, typologyOfAFormerCircle) : List.of();
            default ->
                cast.isFiu(principal)
                        ? List.of(copiedTypology)
                        : List.of(typologyDraft, typologyOfOthers, typologyOfAnotherCircle);
        };
    }

    private List<Target> disseminations(Principal principal, Relation relation) {
        boolean agency = cast.isAgency(principal);
        return switch (relation) {
            case OWN -> cast.isFiu(principal) ? List.of(disseminationDraft) : List.of();
            case DISCLOSED ->
                agency ? List.of(disclosed) : cast.isForeign(principal) ? List.of(borders.dissemination()) : List.of();
            case RECALLED -> agency ? List.of(recalled, expired) : List.of();
            default ->
                cast.isFiu(principal)
                        ? List.of(copiedDissemination, caseFiles.restrictedDissemination())
                        : List.of(disseminationDraft, agency ? ofAColleague : disclosed, ofAnotherAgency);
        };
    }

    /** Those who admit see all of them alike. */
    private List<Target> participants(Target target, Principal principal, Relation relation) {
        boolean admits = cast.isFiu(principal) || cast.isSupervisor(principal) || cast.isOperator(principal);
        return relation == (admits ? Relation.OWN : Relation.OTHERS) ? List.of(target) : List.of();
    }

    private List<Target> cases(Principal principal, Relation relation) {
        List<Target> targets =
                ofTheFiu(ownCases.getOrDefault(principal, Target.of(caseId)), copiedCase, principal, relation);
        return relation == Relation.OTHERS ? List.of(targets.get(0), caseFiles.restricted()) : targets;
    }

    private List<Target> ofTheFiu(Target target, Target copy, Principal principal, Relation relation) {
        boolean fiu = cast.isFiu(principal);
        return switch (relation) {
            case OWN -> fiu ? List.of(target) : List.of();
            case OTHERS -> List.of(fiu ? copy : target);
            default -> List.of();
        };
    }

    private static Target restricted(Target referral) {
        Database.updateAsSuperuser(
                "update referral set restricted = true where id = ?", UUID.fromString(referral.id()));
        return referral;
    }

    /** A draft with a subject and a finished import; incomplete, so that handing it over is refused. */
    private static Target referral(Institution bank, Person member) {
        ReferralSteps draft = ReferralSteps.draft(bank, Map.of()).subject(Calls.subject());
        UUID person = Drafts.id(member);
        Drafts.execute(
                "insert into referral_member (referral_id, owner, person_id, added_by, added_at) values (?, ?, ?, ?, now())",
                draft.id(),
                bank.id(),
                person,
                person);
        String run = as(draft.investigator())
                .body("{}")
                .post(draft.path() + "/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(draft.investigator())
                .contentType("text/csv")
                .body(ROWS.getBytes())
                .put(draft.path() + "/imports/" + run + "/content")
                .then()
                .statusCode(200);
        return Target.of(draft.id())
                .with("subjectId", draft.read().path("version.subjects[0].id"))
                .with("importId", run)
                .with("requestId", asked(bank, draft.id()));
    }

    /** That the FIU asks to keep something of it, written past both walls: the referral is a draft. */
    private static UUID asked(Institution bank, UUID referral) {
        UUID request = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into preservation_request (id, owner, object_id, object_owner, items, keep_until, at)
                values (?, ?, ?, ?, array['H-1'], current_date, now())
                """,
                request,
                Institutions.fiu().id(),
                referral,
                bank.id());
        return request;
    }

    private UUID exclusion() {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into exclusion (id, owner, type, scope, value, reason, added_by, added_at)
                values (?, ?, 'BANK_ACCOUNT', 'ID:014', ?, 'CHARITY', ?, now())
                """,
                id,
                Institutions.fiu().id(),
                "88" + System.nanoTime(),
                UUID.randomUUID());
        return id;
    }

    private String proposedBasis() {
        return as(desk.analyst)
                .body(basis())
                .post("/api/v1/legal-bases")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    static Map<String, Object> basis() {
        return Map.of(
                "code",
                "M_" + UUID.randomUUID().toString().replace('-', '_').toUpperCase(),
                "title",
                Map.of("id", "Dasar", "en", "Basis"),
                "source",
                "UU 1/2026 Pasal 1",
                "uses",
                List.of("REFERRAL"));
    }

    static Map<String, Object> application(UUID mark) {
        String alias = "m-" + mark.toString().substring(0, 13);
        return Map.of("alias", alias, "institution", institution("Matrix " + alias));
    }

    static Map<String, Object> institution(String name) {
        return Map.of(
                "name",
                name,
                "kind",
                "PARTNER",
                "jurisdiction",
                "ID",
                "agreement",
                Map.of("reference", "PKS/12/2026", "date", "2026-03-02"),
                "roles",
                List.of("partner-analyst"),
                "identity_provider",
                Map.of(
                        "protocol",
                        "OIDC",
                        "metadata_url",
                        "http://localhost:1/.well-known/openid-configuration",
                        "client_id",
                        "simpul",
                        "roles_claim",
                        "simpul_roles"));
    }

    private Target applicant() {
        RequestSpecification operator = as(cast.people.get(Principal.PLATFORM_OPERATOR));
        String id = operator.body(application(UUID.randomUUID()))
                .post("/api/v1/participants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return Target.of(id)
                .with(
                        "changeId",
                        as(cast.people.get(Principal.PLATFORM_OPERATOR))
                                .get("/api/v1/participants/" + id + "/changes")
                                .path("items[0].id"));
    }

    private Target formerApplicant() {
        Target target = applicant();
        String path = "/api/v1/participants/" + target.id();
        as(cast.people.get(Principal.PLATFORM_OPERATOR))
                .post(path + "/changes/" + target.names().get("changeId") + "/withdrawals")
                .then()
                .statusCode(204);
        as(cast.people.get(Principal.PLATFORM_OPERATOR))
                .body(Map.of("reason", "None."))
                .post(path + "/departures")
                .then()
                .statusCode(200);
        return target;
    }

    private String draftTypology() {
        return as(desk.analyst)
                .body(typology("M-" + UUID.randomUUID()))
                .post(TYPOLOGIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Target typology(List<String> communities, List<String> participants, String... groups) {
        String id = draftTypology();
        Typologies.publish(
                id, Map.of("communities", communities, "participants", participants, "groups", List.of(groups)));
        return Target.of(id);
    }

    private Target disseminated(Institution agency) {
        Map<String, Object> form = Desk.form(caseId, submitted, agency);
        form.put("export_allowed", true);
        return Target.of(desk.disseminated(form));
    }

    private Target toColleague() {
        Person colleague = cast.agency.person(Role.LE_OFFICER);
        Drafts.id(colleague);
        Map<String, Object> form = disseminationForm();
        form.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        form.put("recipient_people", List.of(Map.of("agency", cast.agency.alias(), "login", colleague.login())));
        return Target.of(desk.disseminated(form));
    }

    /** Takes somebody into the team of the case. */
    private void join(String file, Principal principal) {
        Database.updateAsSuperuser(
                "insert into case_member (case_id, owner, person_id, added_by, added_at)"
                        + " select id, owner, ?, opened_by, now() from case_file where id = ?",
                Drafts.id(cast.people.get(principal)),
                UUID.fromString(file));
    }

    private void acknowledge(Target dissemination) {
        as(cast.people.get(Principal.LE_OFFICER))
                .post(DISSEMINATIONS + dissemination.id() + "/acknowledgements")
                .then()
                .statusCode(201);
    }

    /** Nothing more is told of it. */
    private void close(Target dissemination) {
        for (String kind : List.of("OUTCOME", "CLOSURE")) {
            Database.updateAsSuperuser(
                    """
                    insert into dissemination_response (id, owner, object_id, object_owner, kind, outcome, written_by, at)
                    select gen_random_uuid(), r.owner, r.object_id, r.object_owner, ?, case ? when 'OUTCOME' then 'ARREST' end,
                      r.written_by, now() from dissemination_response r where r.object_id = ? and r.kind = 'ACKNOWLEDGEMENT'
                    """,
                    kind,
                    kind,
                    UUID.fromString(dissemination.id()));
        }
    }

    private static void recall(String versions, Target target) {
        UUID version = (UUID) Drafts.value(versions, UUID.fromString(target.id()));
        Database.updateAsSuperuser("update disclosure set recalled_at = now() where object_id = ?", version);
    }

    /** Discloses it to the agency for a time that is over. */
    private void expire(Target dissemination) {
        Database.updateAsSuperuser(
                """
                insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, purpose,
                  legal_basis, tlp, pap, disclosed_by, disclosed_at, expires_at)
                select ?, object_kind, object_id, object_owner, from_participant, ?, purpose, legal_basis, tlp, pap,
                  disclosed_by, disclosed_at - interval '2 hours', disclosed_at - interval '1 hour'
                from disclosure where object_id = ?
                """,
                UUID.randomUUID(),
                cast.agency.id(),
                UUID.fromString(dissemination.id()));
    }
}
