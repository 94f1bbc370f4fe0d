package org.simpul.typology.practice;

/** What has become of a proposed red flag. */
public enum ProposalStatus {
    PROPOSED,
    ACCEPTED,
    DECLINED
}
