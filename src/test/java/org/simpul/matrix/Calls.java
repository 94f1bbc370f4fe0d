package org.simpul.matrix;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.simpul.hold.HoldSteps;
import org.simpul.identifier.list.ListSteps;
import org.simpul.inquiry.interest.InterestSteps;
import org.simpul.inquiry.pointer.PointerSteps;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.oversight.BreachSteps;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Machine;
import org.simpul.typology.practice.PracticeSteps;

import static java.util.Map.entry;
import static org.simpul.matrix.Thing.AGREEMENT;
import static org.simpul.matrix.Thing.ALONE_ACT;
import static org.simpul.matrix.Thing.ANOMALY;
import static org.simpul.matrix.Thing.AUDIT_ENTRY;
import static org.simpul.matrix.Thing.BREACH;
import static org.simpul.matrix.Thing.CASE;
import static org.simpul.matrix.Thing.CONSENT;
import static org.simpul.matrix.Thing.DISSEMINATION;
import static org.simpul.matrix.Thing.EXCLUSION;
import static org.simpul.matrix.Thing.FALSE_POSITIVE;
import static org.simpul.matrix.Thing.FORMER_PARTICIPANT;
import static org.simpul.matrix.Thing.HOLD;
import static org.simpul.matrix.Thing.IDENTIFIER_CORRECTION;
import static org.simpul.matrix.Thing.IDENTIFIER_LIST;
import static org.simpul.matrix.Thing.INTAKE;
import static org.simpul.matrix.Thing.INTEREST;
import static org.simpul.matrix.Thing.LEAD;
import static org.simpul.matrix.Thing.LEGAL_BASIS;
import static org.simpul.matrix.Thing.LEGAL_HOLD;
import static org.simpul.matrix.Thing.MACHINE_CLIENT;
import static org.simpul.matrix.Thing.MATTER;
import static org.simpul.matrix.Thing.NOTHING;
import static org.simpul.matrix.Thing.NOTIFICATION;
import static org.simpul.matrix.Thing.ONWARD_DISCLOSURE;
import static org.simpul.matrix.Thing.PARTICIPANT;
import static org.simpul.matrix.Thing.PERSON;
import static org.simpul.matrix.Thing.POINTER_SWITCH;
import static org.simpul.matrix.Thing.PURGE;
import static org.simpul.matrix.Thing.RECALL;
import static org.simpul.matrix.Thing.RECALL_NOTICE;
import static org.simpul.matrix.Thing.RED_FLAG_PROPOSAL;
import static org.simpul.matrix.Thing.REFERRAL;
import static org.simpul.matrix.Thing.REMOVED_WEBHOOK;
import static org.simpul.matrix.Thing.RETENTION_SCHEDULE;
import static org.simpul.matrix.Thing.REVIEW_COPY;
import static org.simpul.matrix.Thing.RFI;
import static org.simpul.matrix.Thing.RFI_THREAD;
import static org.simpul.matrix.Thing.SCREENING_RUN;
import static org.simpul.matrix.Thing.SENDING;
import static org.simpul.matrix.Thing.STATISTIC;
import static org.simpul.matrix.Thing.TYPOLOGY;
import static org.simpul.matrix.Thing.TYPOLOGY_ADOPTION;
import static org.simpul.matrix.Thing.UNMASKING;
import static org.simpul.matrix.Thing.WEBHOOK;
import static org.simpul.matrix.Thing.WORKING_GROUP;

/**
 * A valid call for each operation. Where an act would change the object, the call is one that is refused for the state
 * of the object, and only after its caller was let through: a stale entity tag, a digest of zeros, an act that was done
 * before.
 */
final class Calls {
    static final Map<String, Call> BY_OPERATION = new TreeMap<>(Map.ofEntries(
            entry("readMe", Call.of(NOTHING)),
            entry("listAuditEntries", Call.of(NOTHING)),
            entry("listAuditEntriesOfOwnPeople", Call.of(NOTHING)),
            entry("listAuditEntriesOnOwnObjects", Call.of(NOTHING)),
            // without a beginning
            entry("exportAuditEntries", Call.of(NOTHING)),
            entry("exportAuditEntriesOfOwnPeople", Call.of(NOTHING)),
            entry("exportAuditEntriesOnOwnObjects", Call.of(NOTHING)),
            entry("openAuditEntry", Call.of(AUDIT_ENTRY)),
            entry("listDisclosures", Call.of(NOTHING)),
            entry("registerMatter", Call.from(NOTHING, world -> matter())),
            entry("listMatters", Call.of(NOTHING)),
            // it is closed
            entry("extendMatter", Call.from(MATTER, world -> later())),
            entry("closeMatter", Call.of(MATTER, Map.of("reason", "None."))),
            entry("search", Call.from(NOTHING, world -> Map.of("identifier", phone(world)))),
            entry("proposePointerSwitch", Call.from(NOTHING, world -> PointerSteps.form(world.cast.agency))),
            entry("listPointerSwitches", Call.of(NOTHING)),
            entry("decideOnPointerSwitch", Call.of(POINTER_SWITCH, decision())),
            entry("switchPointerOff", Call.of(POINTER_SWITCH)),
            entry("listPointerSearches", Call.of(NOTHING)),
            entry(
                    "registerInterest",
                    Call.from(NOTHING, world -> InterestSteps.form(Map.of("identifier", phone(world)), "Desk"))),
            entry("listInterests", Call.of(NOTHING)),
            // it is withdrawn
            entry("silenceInterest", Call.of(INTEREST, Map.of("reason", "None.", "until", "2099-01-01T00:00:00Z"))),
            entry("withdrawInterest", Call.of(INTEREST)),
            entry("listInterestContacts", Call.of(NOTHING)),
            entry("listInterestMeetings", Call.of(NOTHING)),
            // referrals
            entry("draftReferral", Call.of(NOTHING, ReferralSteps.complete())),
            entry("listReferrals", Call.of(NOTHING)),
            entry("getReferral", Call.of(REFERRAL)),
            entry("editReferral", Call.of(REFERRAL, ReferralSteps.complete()).stale()),
            entry(
                    "setReferralTeam",
                    Call.of(REFERRAL, Map.of("logins", List.of("nobody"))).stale()),
            entry("getReferralVersion", Call.of(REFERRAL)),
            entry("listReferralNotices", Call.of(REFERRAL)),
            entry(
                    "citeRedFlags",
                    Call.of(REFERRAL, Map.of("red_flags", List.of())).stale()),
            entry("addReferralSubject", Call.of(REFERRAL, subject()).stale()),
            entry("editReferralSubject", Call.of(REFERRAL, subject()).stale()),
            entry("removeReferralSubject", Call.of(REFERRAL).stale()),
            entry("addReferralTransactions", Call.of(REFERRAL, transactions()).stale()),
            entry("listReferralTransactions", Call.of(REFERRAL)),
            entry("removeReferralTransactions", Call.of(REFERRAL).stale()),
            entry("openTransactionImport", Call.of(REFERRAL, Map.of())),
            entry("loadTransactionImport", Call.csv(REFERRAL, World.ROWS)),
            entry("readTransactionImport", Call.of(REFERRAL)),
            entry("listTransactionImportErrors", Call.of(REFERRAL)),
            entry(
                    "nameReferralDocuments",
                    Call.of(REFERRAL, Map.of("document_references", List.of())).stale()),
            entry(
                    "listHeldItems",
                    Call.of(REFERRAL, Map.of("held_items", List.of())).stale()),
            entry("readReferralCompleteness", Call.of(REFERRAL)),
            entry("listPreservationRequests", Call.of(REFERRAL)),
            // an item that nobody asked to keep
            entry("answerPreservationRequest", Call.of(REFERRAL, Map.of("item", "H-0", "answer", "NOT_HELD"))),
            entry("listQualityReports", Call.of(NOTHING)),
            entry("listLegalBases", Call.of(NOTHING)),
            entry("proposeLegalBasis", Call.from(NOTHING, world -> World.basis())),
            entry("decideOnLegalBasis", Call.of(LEGAL_BASIS, decision())),
            entry("watchTransactionImport", Call.of(REFERRAL)),
            entry("readTransactionTemplateCsv", Call.of(NOTHING)),
            entry("readTransactionTemplateXlsx", Call.of(NOTHING)),
            entry("handOverReferral", Call.of(REFERRAL)),
            entry("decideReferral", Call.of(REFERRAL, decision())),
            entry("openReferralVersion", Call.of(REFERRAL)),
            entry("listReferralVersions", Call.of(REFERRAL)),
            // there is none before the first
            entry("compareReferralVersions", Call.of(REFERRAL)),
            entry("listReferralMessages", Call.of(REFERRAL)),
            // it was never submitted
            entry("writeReferralMessage", Call.of(REFERRAL, Map.of("text", "May we add to it?"))),
            entry("askForReferralWithdrawal", Call.of(REFERRAL, Map.of("reason", "Our own settlement."))),
            entry("submitReferralAlone", Call.of(REFERRAL, alone()).stale()),
            // typologies
            entry("draftTypology", Call.from(NOTHING, world -> World.typology("M-" + UUID.randomUUID()))),
            entry("listTypologies", Call.of(NOTHING)),
            entry("readTypology", Call.of(TYPOLOGY)),
            entry("readTypologyVersion", Call.of(TYPOLOGY)),
            entry("editTypology", Call.of(TYPOLOGY, World.typology("M-1")).stale()),
            entry("openTypologyVersion", Call.of(TYPOLOGY)),
            // it is not under review
            entry("handOverTypology", Call.of(TYPOLOGY, audience())),
            entry("decideOnTypology", Call.of(TYPOLOGY, decision())),
            // nobody of that name
            entry("openTypologyReview", Call.of(TYPOLOGY, Map.of("reviewers", List.of("nobody-here")))),
            entry("listReviewCopies", Call.of(NOTHING)),
            entry("readReviewCopy", Call.of(REVIEW_COPY)),
            entry("reviewTypology", Call.of(REVIEW_COPY, opinion())),
            // nothing is published, and nothing proposed
            entry(
                    "proposeTypologyRetirement",
                    Call.of(TYPOLOGY, Map.of("reason", Map.of("id", "Usang.", "en", "Out of date.")))),
            entry("decideOnTypologyRetirement", Call.of(TYPOLOGY, decision())),
            // there is none before the first
            entry("compareTypologyVersions", Call.of(TYPOLOGY)),
            entry("listTypologyLessons", Call.of(TYPOLOGY)),
            // it was never published
            entry("readTypologyEffect", Call.of(TYPOLOGY)),
            // the bank uses it already
            entry("adoptTypology", Call.of(TYPOLOGY)),
            entry("listTypologyAdoptions", Call.of(NOTHING)),
            // it has ended
            entry("endTypologyAdoption", Call.of(TYPOLOGY_ADOPTION)),
            entry("proposeRedFlag", Call.of(TYPOLOGY, PracticeSteps.redFlag())),
            entry("listRedFlagProposals", Call.of(NOTHING)),
            entry("readRedFlagProposal", Call.of(RED_FLAG_PROPOSAL)),
            // it is decided on
            entry("decideOnRedFlagProposal", Call.of(RED_FLAG_PROPOSAL, PracticeSteps.declined())),
            // lists of identifiers, whose drafts wait
            entry("beginIdentifierList", Call.from(NOTHING, world -> ListSteps.form(List.of(world.cast.bank.alias())))),
            entry("listIdentifierLists", Call.of(NOTHING)),
            entry("readIdentifierList", Call.of(IDENTIFIER_LIST)),
            entry("listIdentifierListEntries", Call.of(IDENTIFIER_LIST)),
            entry("addIdentifierListEntries", Call.from(IDENTIFIER_LIST, world -> Lists.entries())),
            entry("removeIdentifierListEntries", Call.from(IDENTIFIER_LIST, world -> Lists.removals())),
            entry("handOverIdentifierList", Call.of(IDENTIFIER_LIST)),
            entry("decideOnIdentifierList", Call.of(IDENTIFIER_LIST, decision())),
            entry("openIdentifierListImport", Call.of(IDENTIFIER_LIST, Lists.opening())),
            entry("loadIdentifierListImport", Call.csv(IDENTIFIER_LIST, "value\n1\n")),
            entry("readIdentifierListImport", Call.of(IDENTIFIER_LIST)),
            entry("listIdentifierListImportFindings", Call.of(IDENTIFIER_LIST)),
            entry("listIdentifierListChanges", Call.of(IDENTIFIER_LIST)),
            entry("readIdentifierListSnapshot", Call.of(IDENTIFIER_LIST)),
            entry("reportSighting", Call.from(IDENTIFIER_LIST, world -> Lists.sighting())),
            entry("listSightings", Call.of(NOTHING)),
            entry("sumSightings", Call.from(IDENTIFIER_LIST, world -> Lists.removals())),
            entry("screenIdentifiers", Call.from(NOTHING, world -> Lists.removals())),
            entry("openScreeningRun", Call.of(NOTHING, Screenings.opening())),
            entry("loadScreeningRun", Call.csv(SCREENING_RUN, "value\n1\n")),
            entry("listScreeningRuns", Call.of(NOTHING)),
            entry("readScreeningRun", Call.of(SCREENING_RUN)),
            entry("listScreeningRunHits", Call.of(SCREENING_RUN)),
            entry("listScreeningRunRefusals", Call.of(SCREENING_RUN)),
            // casework
            entry("listIntakes", Call.of(NOTHING)),
            entry("readIntake", Call.of(INTAKE)),
            entry("listIntakeTransactions", Call.of(INTAKE)),
            entry("listIntakeLinks", Call.of(INTAKE)),
            entry("proposeIdentifierCorrection", Call.from(IDENTIFIER_LIST, world -> Lists.correction())),
            entry("listIdentifierCorrections", Call.of(NOTHING)),
            entry("readIdentifierCorrection", Call.of(IDENTIFIER_CORRECTION)),
            entry("decideOnIdentifierCorrection", Call.of(IDENTIFIER_CORRECTION, Lists.declined())),
            entry("listFalsePositives", Call.of(NOTHING)),
            entry("liftFalsePositive", Call.of(FALSE_POSITIVE, Map.of("reason", "The account has changed hands."))),
            entry("proposeIdentifierListRecall", Call.of(IDENTIFIER_LIST, Map.of("reason", "Another list's file."))),
            entry("listRecallsOfIdentifierList", Call.of(IDENTIFIER_LIST)),
            entry("decideOnIdentifierListRecall", Call.of(IDENTIFIER_LIST, Lists.recallDecision())),
            entry("listIdentifierListRecallNotices", Call.of(NOTHING)),
            entry("listExclusions", Call.of(NOTHING)),
            entry(
                    "addExclusion",
                    Call.from(
                            NOTHING,
                            world -> Map.of(
                                    "identifier",
                                    Map.of("type", "PHONE", "value", "0812-0000-0999"),
                                    "reason",
                                    "CHARITY"))),
            entry("removeExclusion", Call.of(EXCLUSION)),
            entry("listIntakeMessages", Call.of(INTAKE)),
            entry("writeIntakeMessage", Call.of(INTAKE, Map.of("text", "Which branch opened it?"))),
            entry("listIntakeVersions", Call.of(INTAKE)),
            entry("compareIntakeVersions", Call.of(INTAKE)),
            // one of many that the world holds
            entry("takeNextIntake", Call.of(NOTHING)),
            // it was taken, and so acknowledged
            entry("acknowledgeIntake", Call.of(INTAKE)),
            // an item that the submission does not list
            entry("askToPreserve", Call.of(INTAKE, Map.of("items", List.of("H-0"), "keep_until", "2099-01-01"))),
            entry("listIntakePreservationRequests", Call.of(INTAKE)),
            entry(
                    "gradeIntakeUsefulness",
                    Call.of(INTAKE, Map.of("usefulness", "LOW")).stale()),
            entry("decideOnIntake", Call.of(INTAKE, Map.of("decision", "TAKE")).stale()),
            entry(
                    "openCase",
                    Call.from(NOTHING, world -> Map.of("title", "Collector", "intake_ids", List.of(world.intake)))),
            entry("listCases", Call.of(NOTHING)),
            entry("readCase", Call.of(CASE)),
            // it is in the case
            entry("addIntakeToCase", Call.from(CASE, world -> Map.of("intake_id", world.intake))),
            entry("removeIntakeFromCase", Call.of(CASE, Map.of("reason", "Another account."))),
            entry(
                    "decideOnCase",
                    Call.of(CASE, Map.of("decision", "CLOSE", "reason", "Done."))
                            .stale()),
            entry("readCaseTimeline", Call.of(CASE)),
            // nobody of that name
            entry("addCaseMember", Call.of(CASE, Map.of("login", "nobody"))),
            entry("removeCaseMember", Call.of(CASE)),
            entry("restrictCase", Call.of(CASE, Map.of("restricted", true)).stale()),
            entry("listCaseGrants", Call.of(CASE)),
            // it is not restricted
            entry("giveCaseGrant", Call.of(CASE, grant())),
            // it is over
            entry("endCaseGrant", Call.of(CASE)),
            entry("listCaseNotes", Call.of(CASE)),
            entry("writeCaseNote", Call.of(CASE, Map.of("text", "Opened two days before."))),
            entry("readCaseNote", Call.of(CASE)),
            entry("listCaseNoteVersions", Call.of(CASE)),
            entry(
                    "changeCaseNote",
                    Call.of(CASE, Map.of("text", "Opened before.")).stale()),
            // it is no copy
            entry("dropCaseNoteCopy", Call.of(CASE)),
            entry("listCaseTasks", Call.of(CASE)),
            entry("openCaseTask", Call.of(CASE, Map.of("title", "Ask the branch"))),
            entry("changeCaseTask", Call.of(CASE, Map.of("title", "Ask both")).stale()),
            // it is done
            entry("decideOnCaseTask", Call.of(CASE, Map.of("decision", "DONE"))),
            entry("readCaseNetwork", Call.of(CASE)),
            entry(
                    "expandCaseNetwork",
                    Call.from(CASE, world -> Map.of("type", "PHONE", "scope", "", "value", world.phone()))),
            entry(
                    "readCaseMoneyFlow",
                    Call.of(CASE, Map.of("by", "MONTH", "from", "2026-01-01", "until", "2026-03-31"))),
            entry("listCaseTransactions", Call.of(CASE)),
            entry("readMyDay", Call.of(NOTHING)),
            entry("listWorkloads", Call.of(NOTHING)),
            entry("draftDissemination", Call.from(NOTHING, World::disseminationForm)),
            entry("listDisseminations", Call.of(NOTHING)),
            entry("readDissemination", Call.of(DISSEMINATION)),
            entry(
                    "editDissemination",
                    Call.from(DISSEMINATION, World::disseminationForm).stale()),
            entry("discardDissemination", Call.of(DISSEMINATION).stale()),
            entry("handOverDissemination", Call.of(DISSEMINATION)),
            entry("decideOnDissemination", Call.of(DISSEMINATION, decision())),
            entry("releaseDisseminationAlone", Call.of(DISSEMINATION, alone()).stale()),
            entry("acknowledgeDissemination", Call.of(DISSEMINATION)),
            entry("recordOutcome", Call.of(DISSEMINATION, Map.of("outcome", "CHILD_SAFEGUARDED"))),
            entry("listDisseminationResponses", Call.of(DISSEMINATION)),
            // holds; what is asked of them is over, or not theirs
            entry("draftHold", Call.from(NOTHING, world -> HoldSteps.postponement("1234567890"))),
            entry("listHolds", Call.of(NOTHING)),
            entry("readHold", Call.of(HOLD)),
            entry(
                    "editHold",
                    Call.from(HOLD, world -> HoldSteps.postponement("1234567890"))
                            .stale()),
            entry("handOverHold", Call.of(HOLD)),
            entry("decideOnHold", Call.of(HOLD, decision())),
            entry("cancelHold", Call.of(HOLD)),
            entry("proposeHoldStep", Call.of(HOLD, holdStep())),
            entry("answerHold", Call.from(HOLD, world -> released())),
            // requests for information; each is over
            entry("listAgreements", Call.of(NOTHING)),
            entry("proposeAgreement", Call.from(NOTHING, World::agreementForm)),
            entry("readAgreement", Call.of(AGREEMENT)),
            entry("decideOnAgreement", Call.of(AGREEMENT, decision())),
            entry("endAgreement", Call.of(AGREEMENT)),
            entry("draftRfi", Call.from(NOTHING, World::rfiForm)),
            entry("listRfis", Call.of(NOTHING)),
            entry("readRfi", Call.of(RFI)),
            entry("editRfi", Call.from(RFI, World::rfiForm).stale()),
            entry("handOverRfi", Call.of(RFI)),
            entry("decideOnRfi", Call.of(RFI, decision())),
            entry("issueRfiAlone", Call.of(RFI, alone()).stale()),
            entry("cancelRfi", Call.of(RFI)),
            entry("closeRfi", Call.of(RFI)),
            entry("consolidateRfi", Call.of(RFI)),
            entry("listRfiThreads", Call.of(NOTHING)),
            entry("readRfiThread", Call.of(RFI_THREAD)),
            entry("sayOnRfiThread", Call.of(RFI_THREAD, Map.of("step", "ACKNOWLEDGE"))),
            entry("writeRfiAnswer", Call.of(RFI_THREAD, RfiSteps.answer("NIL")).stale()),
            entry(
                    "importRfiAnswerTransactions",
                    Call.csv(RFI_THREAD, World.ROWS).stale()),
            entry("handOverRfiAnswer", Call.of(RFI_THREAD)),
            entry("decideOnRfiAnswer", Call.of(RFI_THREAD, decision())),
            entry("readRfiAnswer", Call.of(RFI_THREAD)),
            // leads
            entry("submitLead", Call.of(NOTHING, Leads.form())),
            entry("listLeadReceipts", Call.of(NOTHING)),
            entry("listLeads", Call.of(NOTHING)),
            entry("readLead", Call.of(LEAD)),
            // an outcome stands, and it is closed
            entry("tellInvestigation", Call.of(DISSEMINATION)),
            entry("closeDissemination", Call.of(DISSEMINATION)),
            entry("previewDissemination", Call.of(DISSEMINATION)),
            // a draft
            entry("openDisseminationVersion", Call.from(DISSEMINATION, World::disseminationForm)),
            entry("listDisseminationVersions", Call.of(DISSEMINATION)),
            // there is none before the first
            entry("compareDisseminationVersions", Call.of(DISSEMINATION)),
            entry("listDisseminationDeliveries", Call.of(DISSEMINATION)),
            entry("listOverdueAnswers", Call.of(NOTHING)),
            // of the FIU's own, a draft
            entry("exportDisseminationDocument", Call.of(DISSEMINATION)),
            entry("exportDissemination", Call.of(DISSEMINATION)),
            // nobody has it
            entry("requestRecall", Call.of(DISSEMINATION, Map.of("reason", "WRONG_CONTENT"))),
            entry("recallDissemination", Call.of(DISSEMINATION, Map.of("reason", "WRONG_CONTENT"))),
            entry("listRecalls", Call.of(DISSEMINATION)),
            // it is declined
            entry("decideOnRecall", Call.of(RECALL, Map.of("decision", "APPROVE"))),
            entry("listRecallNotices", Call.of(NOTHING)),
            // it is confirmed
            entry("confirmDeletion", Call.of(RECALL_NOTICE)),
            entry("keepRecalledByLaw", Call.of(RECALL_NOTICE, Map.of("reason", "KUHAP article 39"))),
            entry("readRecallNotice", Call.of(RECALL_NOTICE)),
            entry("readNoticeKeys", Call.of(NOTHING)),
            // consents; of what nobody received, and what is decided on
            entry("requestConsent", Call.from(NOTHING, world -> consent())),
            entry("listConsents", Call.of(NOTHING)),
            entry("readConsent", Call.of(CONSENT)),
            entry("decideOnConsent", Call.of(CONSENT, Map.of("decision", "DENY", "reason", "None."))),
            entry("revokeConsent", Call.of(CONSENT, Map.of("reason", "None."))),
            entry("draftOnwardDisclosure", Call.from(NOTHING, world -> Map.of("consent_id", UUID.randomUUID()))),
            entry("listOnwardDisclosures", Call.of(NOTHING)),
            entry("readOnwardDisclosure", Call.of(ONWARD_DISCLOSURE)),
            entry("decideOnOnwardDisclosure", Call.of(ONWARD_DISCLOSURE, decision())),
            entry("recallOnwardDisclosure", Call.of(ONWARD_DISCLOSURE, Map.of("reason", "The wrong unit."))),
            // urgency
            entry("readEmergencyContacts", Call.of(NOTHING)),
            entry("readDutyRoster", Call.of(NOTHING)),
            entry("setDutyRoster", Call.of(NOTHING, Map.of("shifts", List.of())).stale()),
            entry("listAloneActs", Call.of(NOTHING)),
            entry("reviewAloneAct", Call.of(ALONE_ACT, review())),
            entry("readStandingRule", Call.of(NOTHING)),
            entry(
                    "proposeStandingRule",
                    Call.from(NOTHING, world -> rule(world.cast.agency.alias())).stale()),
            // nothing is proposed, and nothing in force
            entry("decideOnStandingRule", Call.of(NOTHING, decision())),
            entry("endStandingRule", Call.of(NOTHING)),
            // statistics
            entry("listStatistics", Call.of(NOTHING)),
            entry("readStatistic", Call.of(STATISTIC)),
            entry("exportStatistic", Call.of(STATISTIC)),
            // oversight
            entry("recordBreach", Call.of(NOTHING, BreachSteps.form())),
            entry("listBreaches", Call.of(NOTHING)),
            entry("readBreach", Call.of(BREACH)),
            entry(
                    "takeBreachStep",
                    Call.of(BREACH, BreachSteps.step("ASSESS", "Three people.")).stale()),
            entry("readAccessReport", Call.of(NOTHING)),
            entry("listAnomalies", Call.of(NOTHING)),
            entry("reviewAnomaly", Call.of(ANOMALY, Map.of("verdict", "EXPLAINED", "note", "None."))),
            // participants
            entry("applyForParticipant", Call.from(NOTHING, world -> World.application(UUID.randomUUID()))),
            entry("listParticipants", Call.of(NOTHING)),
            entry("readParticipant", Call.of(PARTICIPANT)),
            // an applicant can't be suspended
            entry("suspendParticipant", Call.of(PARTICIPANT, Map.of("reason", "None."))),
            entry("takeParticipantOut", Call.of(FORMER_PARTICIPANT, Map.of("reason", "None."))),
            entry("listParticipantChanges", Call.of(PARTICIPANT)),
            // one is open
            entry("proposeParticipantChange", Call.of(PARTICIPANT, proposal())),
            entry("readParticipantChange", Call.of(PARTICIPANT)),
            entry(
                    "editParticipantChange",
                    Call.of(PARTICIPANT, World.institution("Edited")).stale()),
            entry("handInProviderMetadata", Call.of(PARTICIPANT, "{}").stale()),
            // nobody answers at its address
            entry("checkParticipantChange", Call.of(PARTICIPANT)),
            entry("decideOnParticipantChange", Call.of(PARTICIPANT, decision())),
            entry("withdrawParticipantChange", Call.of(FORMER_PARTICIPANT)),
            // people and machines
            entry("listPeople", Call.of(NOTHING)),
            // as it is
            entry("switchPerson", Call.of(PERSON, Map.of("status", "ACTIVE"))),
            entry("registerMachineClient", Call.from(NOTHING, world -> machine())),
            entry("listMachineClients", Call.of(NOTHING)),
            entry("readMachineClient", Call.of(MACHINE_CLIENT)),
            entry(
                    "rotateMachineClientKeys",
                    Call.of(MACHINE_CLIENT, Machine.keys(Machine.rsaKey("next")))
                            .stale()),
            // it is revoked
            entry("revokeMachineClient", Call.of(MACHINE_CLIENT)),
            // working groups
            entry("createWorkingGroup", Call.from(NOTHING, world -> group())),
            entry("listWorkingGroups", Call.of(NOTHING)),
            entry("readWorkingGroup", Call.of(WORKING_GROUP)),
            // it is inside
            entry(
                    "addWorkingGroupMember",
                    Call.from(WORKING_GROUP, world -> Map.of("participant", world.cast.bank.alias()))),
            // it has left
            entry("endWorkingGroupMembership", Call.of(WORKING_GROUP)),
            // protected subjects; a reason that is none
            entry("requestUnmasking", Call.of(NOTHING, unmasking())),
            entry("listUnmaskings", Call.of(NOTHING)),
            entry("readUnmasking", Call.of(UNMASKING)),
            // it was decided
            entry("decideOnUnmasking", Call.of(UNMASKING, Map.of("decision", "APPROVE"))),
            // it was decided
            entry("openUnmaskingAlone", Call.of(UNMASKING, alone())),
            // it is closed
            entry("readUnmaskedSubject", Call.of(UNMASKING)),
            entry("listPossibleSameChildren", Call.of(CASE)),
            // notifications
            entry("listNotifications", Call.of(NOTHING)),
            entry("streamNotifications", Call.of(NOTHING)),
            entry("markNotificationRead", Call.of(NOTIFICATION)),
            entry("readNotificationChannels", Call.of(NOTHING)),
            entry("setNotificationChannels", Call.of(NOTHING, noAddresses()).stale()),
            entry("readMyNotificationSettings", Call.of(NOTHING)),
            entry("setMyNotificationSettings", Call.of(NOTHING, noAddresses()).stale()),
            entry("registerWebhook", Call.of(NOTHING, Map.of("url", "https://hooks.simpul.test/"))),
            entry("listWebhooks", Call.of(NOTHING)),
            entry("readWebhook", Call.of(WEBHOOK)),
            entry("rotateWebhookSecret", Call.of(WEBHOOK)),
            entry("removeWebhook", Call.of(REMOVED_WEBHOOK)),
            // retention
            entry("proposeRetentionSchedule", Call.from(NOTHING, world -> Retentions.schedule())),
            entry("listRetentionSchedules", Call.of(NOTHING)),
            entry("readRetentionSchedule", Call.of(RETENTION_SCHEDULE)),
            entry("decideOnRetentionSchedule", Call.of(RETENTION_SCHEDULE, decision())),
            entry("installRetentionSchedule", Call.of(RETENTION_SCHEDULE, digest())),
            entry("listRetentionClasses", Call.of(NOTHING)),
            // no class is named
            entry("listRetentionExpiries", Call.of(NOTHING)),
            entry("draftLegalHold", Call.from(NOTHING, Retentions::hold)),
            entry("listLegalHolds", Call.of(NOTHING)),
            entry("readLegalHold", Call.of(LEGAL_HOLD)),
            entry("decideOnLegalHold", Call.of(LEGAL_HOLD, decision())),
            entry("askToLiftLegalHold", Call.of(LEGAL_HOLD, Map.of("reason", "The judgment is final."))),
            entry("reviewLegalHold", Call.of(LEGAL_HOLD, Map.of("review_on", "2099-01-02"))),
            entry("countPurge", Call.of(NOTHING)),
            entry("listPurges", Call.of(NOTHING)),
            entry("readPurge", Call.of(PURGE)),
            entry("orderPurge", Call.of(PURGE, digest())),
            entry("decideOnPurge", Call.of(PURGE, decision())),
            entry("listDeadLetters", Call.of(NOTHING)),
            // it has arrived
            entry("redeliverDeadLetter", Call.of(SENDING))));

    private Calls() {}

    private static Map<String, Object> consent() {
        return Map.of(
                "dissemination_id", UUID.randomUUID(),
                "scope", "EXPORT",
                "purpose", "LOCATE_AND_PROTECT",
                "reason", "None.",
                "until", Instant.now().plus(1, ChronoUnit.DAYS).toString());
    }

    private static Map<String, Object> decision() {
        return Map.of("decision", "APPROVE", "digest", "0".repeat(64));
    }

    private static Map<String, Object> opinion() {
        return Map.of(
                "perspective", "CHILD_PROTECTION", "verdict", "ENDORSED", "reason", "Sound.", "digest", "0".repeat(64));
    }

    private static Map<String, Object> digest() {
        return Map.of("digest", "0".repeat(64));
    }

    private static Map<String, Object> alone() {
        return Map.of("ground", "LIVE_OR_SCHEDULED_ABUSE", "reason", "A session is announced for tonight.");
    }

    private static Map<String, Object> review() {
        return Map.of("verdict", "UPHELD", "reason", "Rightly so.", "digest", "0".repeat(64));
    }

    private static Map<String, Object> rule(String agency) {
        return Map.of(
                "grounds",
                List.of("LIVE_OR_SCHEDULED_ABUSE"),
                "agency",
                agency,
                "letter_prefix",
                "INF/SR",
                "title",
                "A child may be in danger now",
                "narrative",
                "Information for the protection of a child.",
                "legal_basis",
                "UU_8_2010_ART_90",
                "handling",
                Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED"));
    }

    private static Map<String, Object> grant() {
        return Map.of("login", "nobody", "reason", "Reviews it.", "until", "2099-01-01T00:00:00Z");
    }

    private static Map<String, Object> noAddresses() {
        return Map.of("routine", List.of(), "urgent", List.of());
    }

    private static Map<String, Object> proposal() {
        return Map.of("change", "ADMISSION", "institution", World.institution("Proposed"));
    }

    private static Map<String, Object> unmasking() {
        return Map.of(
                "object",
                Map.of("kind", "REFERRAL", "id", UUID.randomUUID(), "subject", "S-7K3M-9Q2D-X4TB"),
                "purpose",
                "FILING",
                "reason",
                "-");
    }

    private static Map<String, Object> machine() {
        return Map.of(
                "name", "Core system", "roles", List.of("investigator"), "keys", Machine.keys(Machine.rsaKey("k1")));
    }

    private static Map<String, Object> group() {
        return Map.of("name", "Group " + UUID.randomUUID(), "purpose", "Payments behind abuse");
    }

    private static Map<String, Object> audience() {
        return Map.of("communities", List.of(), "participants", List.of());
    }

    private static Map<String, Object> holdStep() {
        return Map.of("step", "EXTENSION", "official_reference", "S-1/2026", "official_date", "2026-03-06");
    }

    private static Map<String, Object> released() {
        return Map.of("answer", "RELEASED", "done_at", "2026-03-02T03:00:00Z", "reference", "BA-17/2026");
    }

    private static Map<String, Object> later() {
        return Map.of("expires_at", Instant.now().plus(2, ChronoUnit.HOURS).toString(), "reason", "None.");
    }

    static Map<String, Object> matter() {
        return Map.of(
                "number",
                "LP/" + UUID.randomUUID(),
                "offence",
                "CHILD_SEXUAL_EXPLOITATION",
                "expires_at",
                Instant.now().plus(1, ChronoUnit.HOURS).toString());
    }

    private static Map<String, Object> phone(World world) {
        return ReferralSteps.identifier("PHONE", "", world.phone());
    }

    static Map<String, Object> subject() {
        return ReferralSteps.subject("FACILITATOR", "ADULT", "Bagas Wirya", ReferralSteps.account("1234567890"));
    }

    private static Map<String, Object> transactions() {
        return Map.of(
                "transactions",
                List.of(ReferralSteps.transaction(
                        ReferralSteps.account("1234567890"), ReferralSteps.account("1234567891"), "for rice")));
    }
}
