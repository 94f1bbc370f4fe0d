package org.simpul.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.simpul.access.ParticipantKind.FIU;
import static org.simpul.access.ParticipantKind.FOREIGN_FIU;
import static org.simpul.access.ParticipantKind.LAW_ENFORCEMENT;
import static org.simpul.access.ParticipantKind.OPERATOR;
import static org.simpul.access.ParticipantKind.PARTNER;
import static org.simpul.access.ParticipantKind.REPORTING_ENTITY;
import static org.simpul.access.ParticipantKind.SUPERVISOR;
import static org.simpul.access.Permission.ACCESS_REPORT_READ;
import static org.simpul.access.Permission.AGREEMENT_READ;
import static org.simpul.access.Permission.AGREEMENT_SET;
import static org.simpul.access.Permission.ANOMALY_REVIEW;
import static org.simpul.access.Permission.AUDIT_EXPORT;
import static org.simpul.access.Permission.AUDIT_READ;
import static org.simpul.access.Permission.AUDIT_READ_OWN;
import static org.simpul.access.Permission.AUDIT_READ_OWN_OBJECTS;
import static org.simpul.access.Permission.BREACH_RECORD;
import static org.simpul.access.Permission.CASE_GRANT;
import static org.simpul.access.Permission.CASE_REOPEN;
import static org.simpul.access.Permission.CASE_WORK;
import static org.simpul.access.Permission.CONSENT_DECIDE;
import static org.simpul.access.Permission.CONSENT_REQUEST;
import static org.simpul.access.Permission.DISCLOSURE_APPROVE;
import static org.simpul.access.Permission.DISCLOSURE_DRAFT;
import static org.simpul.access.Permission.DISCLOSURE_READ;
import static org.simpul.access.Permission.DISCLOSURE_RECALL;
import static org.simpul.access.Permission.DISSEMINATION_ACKNOWLEDGE;
import static org.simpul.access.Permission.DISSEMINATION_APPROVE;
import static org.simpul.access.Permission.DISSEMINATION_DRAFT;
import static org.simpul.access.Permission.DISSEMINATION_READ;
import static org.simpul.access.Permission.DUTY_MANAGE;
import static org.simpul.access.Permission.EXCLUSION_LIST_EDIT;
import static org.simpul.access.Permission.EXPORT;
import static org.simpul.access.Permission.HOLD_APPROVE;
import static org.simpul.access.Permission.HOLD_DRAFT;
import static org.simpul.access.Permission.HOLD_READ;
import static org.simpul.access.Permission.HOLD_RECORD;
import static org.simpul.access.Permission.IDENTIFIER_LIST_EDIT;
import static org.simpul.access.Permission.IDENTIFIER_LIST_PUBLISH;
import static org.simpul.access.Permission.IDENTIFIER_PROPOSE;
import static org.simpul.access.Permission.IDENTIFIER_READ;
import static org.simpul.access.Permission.IDENTIFIER_SCREEN;
import static org.simpul.access.Permission.INTEREST_OVERSEE;
import static org.simpul.access.Permission.INTEREST_REGISTER;
import static org.simpul.access.Permission.INTEREST_SILENCE;
import static org.simpul.access.Permission.LEAD_READ;
import static org.simpul.access.Permission.LEAD_SUBMIT;
import static org.simpul.access.Permission.LEGAL_BASIS_APPROVE;
import static org.simpul.access.Permission.LEGAL_HOLD_DRAFT;
import static org.simpul.access.Permission.LEGAL_HOLD_SET;
import static org.simpul.access.Permission.LINK_READ;
import static org.simpul.access.Permission.MACHINE_CLIENT_MANAGE;
import static org.simpul.access.Permission.MATTER_READ;
import static org.simpul.access.Permission.MATTER_REGISTER;
import static org.simpul.access.Permission.MESSAGE_WRITE;
import static org.simpul.access.Permission.OUTCOME_RECORD;
import static org.simpul.access.Permission.P1_ACT_ALONE;
import static org.simpul.access.Permission.PARTICIPANT_ADMIT;
import static org.simpul.access.Permission.PARTICIPANT_APPROVE;
import static org.simpul.access.Permission.PARTICIPANT_FEDERATE;
import static org.simpul.access.Permission.PARTICIPANT_READ;
import static org.simpul.access.Permission.PARTICIPANT_SUSPEND;
import static org.simpul.access.Permission.PEOPLE_READ;
import static org.simpul.access.Permission.PEOPLE_SWITCH_OFF;
import static org.simpul.access.Permission.POINTER_SWITCH;
import static org.simpul.access.Permission.PROPOSAL_DECIDE;
import static org.simpul.access.Permission.QUALITY_READ;
import static org.simpul.access.Permission.RECALL_REQUEST;
import static org.simpul.access.Permission.RED_FLAG_PROPOSE;
import static org.simpul.access.Permission.REFERRAL_DRAFT;
import static org.simpul.access.Permission.REFERRAL_READ;
import static org.simpul.access.Permission.REFERRAL_SUBMIT;
import static org.simpul.access.Permission.REFERRAL_TEAM;
import static org.simpul.access.Permission.REFERRAL_TRIAGE;
import static org.simpul.access.Permission.REFERRAL_WITHDRAW;
import static org.simpul.access.Permission.RETENTION_APPROVE;
import static org.simpul.access.Permission.RETENTION_INSTALL;
import static org.simpul.access.Permission.RETENTION_PROPOSE;
import static org.simpul.access.Permission.RETENTION_READ;
import static org.simpul.access.Permission.RFI_ANSWER_DRAFT;
import static org.simpul.access.Permission.RFI_ANSWER_SUBMIT;
import static org.simpul.access.Permission.RFI_AUTHORISE;
import static org.simpul.access.Permission.RFI_DRAFT;
import static org.simpul.access.Permission.SIGHTING_REPORT;
import static org.simpul.access.Permission.SIGHTING_SUM;
import static org.simpul.access.Permission.STANDING_RULE_SET;
import static org.simpul.access.Permission.STATISTICS_READ;
import static org.simpul.access.Permission.SUBJECT_SEARCH;
import static org.simpul.access.Permission.TYPOLOGY_ADOPT;
import static org.simpul.access.Permission.TYPOLOGY_DRAFT;
import static org.simpul.access.Permission.TYPOLOGY_PUBLISH;
import static org.simpul.access.Permission.TYPOLOGY_READ;
import static org.simpul.access.Permission.TYPOLOGY_REVIEW;
import static org.simpul.access.Permission.VICTIM_UNMASK_APPROVE;
import static org.simpul.access.Permission.VICTIM_UNMASK_REQUEST;
import static org.simpul.access.Permission.WEBHOOK_MANAGE;
import static org.simpul.access.Permission.WORKING_GROUP_MANAGE;
import static org.simpul.access.Permission.WORKING_GROUP_READ;

/**
 * The one table of what a role may do, and under which kinds of participant it counts; nothing grants outside of it.
 * A role held under another kind gives nothing. Every signed-in person may read who it is ({@code /me}).
 */
public enum Role {
    INVESTIGATOR(
            Set.of(REPORTING_ENTITY),
            Set.of(
                    DISCLOSURE_READ,
                    TYPOLOGY_READ,
                    TYPOLOGY_ADOPT,
                    RED_FLAG_PROPOSE,
                    IDENTIFIER_READ,
                    IDENTIFIER_PROPOSE,
                    IDENTIFIER_SCREEN,
                    SIGHTING_REPORT,
                    REFERRAL_DRAFT,
                    REFERRAL_READ,
                    REFERRAL_TEAM,
                    MESSAGE_WRITE,
                    HOLD_READ,
                    HOLD_DRAFT,
                    RFI_ANSWER_DRAFT,
                    VICTIM_UNMASK_REQUEST,
                    P1_ACT_ALONE,
                    RETENTION_READ,
                    WORKING_GROUP_READ)),
    COMPLIANCE_OFFICER(
            Set.of(REPORTING_ENTITY),
            with(
                    INVESTIGATOR,
                    REFERRAL_SUBMIT,
                    REFERRAL_WITHDRAW,
                    HOLD_APPROVE,
                    RFI_ANSWER_SUBMIT,
                    VICTIM_UNMASK_APPROVE,
                    QUALITY_READ)),
    FIU_ANALYST(
            Set.of(FIU),
            Set.of(
                    DISCLOSURE_READ,
                    TYPOLOGY_READ,
                    TYPOLOGY_DRAFT,
                    TYPOLOGY_REVIEW,
                    IDENTIFIER_READ,
                    IDENTIFIER_PROPOSE,
                    IDENTIFIER_SCREEN,
                    IDENTIFIER_LIST_EDIT,
                    SIGHTING_SUM,
                    REFERRAL_READ,
                    REFERRAL_TRIAGE,
                    MESSAGE_WRITE,
                    VICTIM_UNMASK_REQUEST,
                    P1_ACT_ALONE,
                    CASE_WORK,
                    LINK_READ,
                    LEAD_READ,
                    HOLD_DRAFT,
                    RFI_DRAFT,
                    RFI_ANSWER_DRAFT,
                    SUBJECT_SEARCH,
                    DISSEMINATION_DRAFT,
                    RECALL_REQUEST,
                    CONSENT_REQUEST,
                    DISCLOSURE_DRAFT,
                    RETENTION_READ,
                    LEGAL_HOLD_DRAFT,
                    EXPORT,
                    AGREEMENT_READ,
                    STATISTICS_READ,
                    WORKING_GROUP_READ)),
    FIU_SUPERVISOR(
            Set.of(FIU),
            with(
                    FIU_ANALYST,
                    TYPOLOGY_PUBLISH,
                    PROPOSAL_DECIDE,
                    IDENTIFIER_LIST_PUBLISH,
                    DISSEMINATION_APPROVE,
                    HOLD_APPROVE,
                    RFI_AUTHORISE,
                    RFI_ANSWER_SUBMIT,
                    DISCLOSURE_RECALL,
                    DISCLOSURE_APPROVE,
                    CONSENT_DECIDE,
                    CASE_REOPEN,
                    CASE_GRANT,
                    VICTIM_UNMASK_APPROVE,
                    EXCLUSION_LIST_EDIT,
                    DUTY_MANAGE,
                    STANDING_RULE_SET,
                    POINTER_SWITCH,
                    INTEREST_OVERSEE,
                    LEGAL_BASIS_APPROVE,
                    AGREEMENT_SET,
                    BREACH_RECORD,
                    RETENTION_PROPOSE,
                    LEGAL_HOLD_SET,
                    WORKING_GROUP_MANAGE,
                    PARTICIPANT_READ,
                    PARTICIPANT_APPROVE)),
    LE_OFFICER(
            Set.of(LAW_ENFORCEMENT),
            Set.of(
                    DISCLOSURE_READ,
                    TYPOLOGY_READ,
                    IDENTIFIER_READ,
                    IDENTIFIER_PROPOSE,
                    DISSEMINATION_READ,
                    DISSEMINATION_ACKNOWLEDGE,
                    SUBJECT_SEARCH,
                    INTEREST_REGISTER,
                    OUTCOME_RECORD,
                    HOLD_RECORD,
                    RFI_DRAFT,
                    RFI_ANSWER_DRAFT,
                    CONSENT_REQUEST,
                    DISCLOSURE_DRAFT,
                    EXPORT,
                    MATTER_READ,
                    VICTIM_UNMASK_REQUEST,
                    P1_ACT_ALONE,
                    RETENTION_READ,
                    WORKING_GROUP_READ)),
    LE_SUPERVISOR(
            Set.of(LAW_ENFORCEMENT),
            with(
                    LE_OFFICER,
                    INTEREST_SILENCE,
                    MATTER_REGISTER,
                    RFI_AUTHORISE,
                    RFI_ANSWER_SUBMIT,
                    DISCLOSURE_APPROVE,
                    DISCLOSURE_RECALL,
                    CONSENT_DECIDE,
                    DUTY_MANAGE,
                    VICTIM_UNMASK_APPROVE)),
    FOREIGN_FIU_ANALYST(
            Set.of(FOREIGN_FIU),
            Set.of(
                    DISCLOSURE_READ,
                    TYPOLOGY_READ,
                    DISSEMINATION_READ,
                    DISSEMINATION_ACKNOWLEDGE,
                    RFI_DRAFT,
                    RFI_ANSWER_DRAFT,
                    CONSENT_REQUEST,
                    EXPORT,
                    AGREEMENT_READ)),
    FOREIGN_FIU_SUPERVISOR(
            Set.of(FOREIGN_FIU), with(FOREIGN_FIU_ANALYST, RFI_AUTHORISE, RFI_ANSWER_SUBMIT, CONSENT_DECIDE)),
    /** What it submits it never reads again. */
    PARTNER_ANALYST(
            Set.of(PARTNER, SUPERVISOR),
            Set.of(DISCLOSURE_READ, TYPOLOGY_READ, TYPOLOGY_REVIEW, STATISTICS_READ, WORKING_GROUP_READ),
            Map.of(PARTNER, Set.of(LEAD_SUBMIT))),
    PARTICIPANT_ADMIN(
            EnumSet.allOf(ParticipantKind.class),
            Set.of(PEOPLE_READ, PEOPLE_SWITCH_OFF, MACHINE_CLIENT_MANAGE, WEBHOOK_MANAGE)),
    /** Reads what its own people did; an authority's also who acted on what the authority owns. */
    PARTICIPANT_OVERSEER(
            EnumSet.allOf(ParticipantKind.class),
            Set.of(AUDIT_READ_OWN),
            Map.of(FIU, Set.of(AUDIT_READ_OWN_OBJECTS), LAW_ENFORCEMENT, Set.of(AUDIT_READ_OWN_OBJECTS))),
    /** Under a supervisor it is the overseer, who agrees to admissions; under the FIU it only reads acts. */
    OVERSIGHT_AUDITOR(
            Set.of(FIU, SUPERVISOR),
            Set.of(AUDIT_READ, AUDIT_EXPORT, ANOMALY_REVIEW, ACCESS_REPORT_READ, RETENTION_READ, STATISTICS_READ),
            Map.of(SUPERVISOR, Set.of(PARTICIPANT_READ, PARTICIPANT_APPROVE, RETENTION_APPROVE))),
    PLATFORM_OPERATOR(
            Set.of(OPERATOR),
            Set.of(
                    PARTICIPANT_READ,
                    PARTICIPANT_ADMIT,
                    PARTICIPANT_SUSPEND,
                    PARTICIPANT_FEDERATE,
                    RETENTION_READ,
                    RETENTION_INSTALL));

    /** What a machine may act as: never one that decides, approves or administers. */
    private static final Set<Role> FOR_MACHINES = Set.of(INVESTIGATOR, LE_OFFICER, PARTNER_ANALYST);

    private final Set<ParticipantKind> kinds;
    private final Set<Permission> permissions;
    private final Map<ParticipantKind, Set<Permission>> more;

    Role(Set<ParticipantKind> kinds, Set<Permission> permissions) {
        this(kinds, permissions, Map.of());
    }

    Role(Set<ParticipantKind> kinds, Set<Permission> permissions, Map<ParticipantKind, Set<Permission>> more) {
        this.kinds = kinds;
        EnumSet<Permission> all = EnumSet.of(Permission.SELF_READ);
        all.addAll(permissions);
        this.permissions = Collections.unmodifiableSet(all);
        this.more = more;
    }

    private static Set<Permission> with(Role smaller, Permission... more) {
        EnumSet<Permission> all = EnumSet.copyOf(smaller.permissions);
        all.addAll(Arrays.asList(more));
        return all;
    }

    public boolean countsUnder(ParticipantKind kind) {
        return kinds.contains(kind);
    }

    public Set<ParticipantKind> kinds() {
        return kinds;
    }

    /** @return what it allows to somebody of an institution of that kind */
    public Set<Permission> permissions(ParticipantKind kind) {
        if (!countsUnder(kind)) {
            return Set.of();
        }
        EnumSet<Permission> all = EnumSet.copyOf(permissions);
        all.addAll(more.getOrDefault(kind, Set.of()));
        return all;
    }

    public boolean isForMachines() {
        return FOR_MACHINES.contains(this);
    }

    /** @return the name in tokens and in the docs, e.g. {@code compliance-officer} */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
