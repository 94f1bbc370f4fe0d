package org.simpul.access;

import java.util.Locale;

/** Everything a role can allow; the text form, e.g. {@code referral.submit}, stands on endpoints and in the docs. */
public enum Permission {
    SELF_READ,
    DISCLOSURE_READ,
    TYPOLOGY_READ,
    TYPOLOGY_DRAFT,
    TYPOLOGY_PUBLISH,
    REFERRAL_DRAFT,
    REFERRAL_READ,
    REFERRAL_TEAM,
    REFERRAL_SUBMIT,
    REFERRAL_TRIAGE,
    CASE_WORK,
    LINK_READ,
    DISSEMINATION_DRAFT,
    DISSEMINATION_APPROVE,
    DISSEMINATION_READ,
    DISSEMINATION_ACKNOWLEDGE,
    OUTCOME_RECORD,
    SUBJECT_SEARCH,
    MATTER_READ,
    MATTER_REGISTER,
    AUDIT_READ;

    private final String text =
            name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');

    /** @return the text form, e.g. {@code referral.submit} */
    public String text() {
        return text;
    }
}
