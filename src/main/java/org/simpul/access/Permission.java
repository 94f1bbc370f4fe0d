package org.simpul.access;

import java.util.Locale;

/** Everything a role can allow; the text form, e.g. {@code referral.submit}, stands on endpoints and in the docs. */
public enum Permission {
    SELF_READ,
    DISCLOSURE_READ,
    TYPOLOGY_READ,
    TYPOLOGY_DRAFT,
    TYPOLOGY_REVIEW,
    TYPOLOGY_PUBLISH,
    TYPOLOGY_ADOPT,
    RED_FLAG_PROPOSE("red-flag.propose"),
    PROPOSAL_DECIDE,
    REFERRAL_DRAFT,
    REFERRAL_READ,
    REFERRAL_TEAM,
    REFERRAL_SUBMIT,
    REFERRAL_WITHDRAW,
    REFERRAL_TRIAGE,
    MESSAGE_WRITE,
    QUALITY_READ,
    LEGAL_BASIS_APPROVE("legal-basis.approve"),
    P1_ACT_ALONE,
    DUTY_MANAGE,
    STANDING_RULE_SET("standing-rule.set"),
    VICTIM_UNMASK_REQUEST("victim.unmask.request"),
    VICTIM_UNMASK_APPROVE("victim.unmask.approve"),
    CASE_WORK,
    CASE_REOPEN,
    CASE_GRANT,
    LINK_READ,
    EXCLUSION_LIST_EDIT("exclusion-list.edit"),
    IDENTIFIER_READ,
    IDENTIFIER_SCREEN,
    IDENTIFIER_PROPOSE,
    SIGHTING_REPORT,
    SIGHTING_SUM,
    IDENTIFIER_LIST_EDIT("identifier-list.edit"),
    IDENTIFIER_LIST_PUBLISH("identifier-list.publish"),
    LEAD_READ,
    LEAD_SUBMIT,
    HOLD_READ,
    HOLD_DRAFT,
    HOLD_APPROVE,
    HOLD_RECORD,
    RFI_DRAFT,
    RFI_AUTHORISE,
    RFI_ANSWER_DRAFT("rfi.answer.draft"),
    RFI_ANSWER_SUBMIT("rfi.answer.submit"),
    DISSEMINATION_DRAFT,
    DISSEMINATION_APPROVE,
    DISSEMINATION_READ,
    DISSEMINATION_ACKNOWLEDGE,
    OUTCOME_RECORD,
    RECALL_REQUEST,
    CONSENT_REQUEST,
    CONSENT_DECIDE,
    DISCLOSURE_DRAFT,
    DISCLOSURE_APPROVE,
    DISCLOSURE_RECALL,
    EXPORT("export"),
    SUBJECT_SEARCH,
    POINTER_SWITCH,
    INTEREST_REGISTER,
    INTEREST_SILENCE,
    INTEREST_OVERSEE,
    MATTER_READ,
    MATTER_REGISTER,
    STATISTICS_READ,
    AUDIT_READ,
    AUDIT_EXPORT,
    AUDIT_READ_OWN,
    AUDIT_READ_OWN_OBJECTS,
    ANOMALY_REVIEW,
    ACCESS_REPORT_READ("access-report.read"),
    BREACH_RECORD,
    RETENTION_READ,
    RETENTION_PROPOSE,
    RETENTION_APPROVE,
    RETENTION_INSTALL,
    LEGAL_HOLD_DRAFT("legal-hold.draft"),
    LEGAL_HOLD_SET("legal-hold.set"),
    PARTICIPANT_READ,
    PARTICIPANT_ADMIT,
    PARTICIPANT_SUSPEND,
    PARTICIPANT_FEDERATE,
    PARTICIPANT_APPROVE,
    PEOPLE_READ,
    PEOPLE_SWITCH_OFF,
    MACHINE_CLIENT_MANAGE("machine-client.manage"),
    WEBHOOK_MANAGE,
    AGREEMENT_READ,
    AGREEMENT_SET,
    WORKING_GROUP_READ("working-group.read"),
    WORKING_GROUP_MANAGE("working-group.manage");

    private final String text;

    Permission() {
        text = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    Permission(String text) {
        this.text = text;
    }

    /** @return the text form, e.g. {@code referral.submit} */
    public String text() {
        return text;
    }
}
