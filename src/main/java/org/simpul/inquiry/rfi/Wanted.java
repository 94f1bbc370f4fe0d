package org.simpul.inquiry.rfi;

/** What is asked for; a closed list, so that nobody asks for more than a question says. */
public enum Wanted {
    ACCOUNT_HOLDER,
    ACCOUNTS_OF_A_PERSON,
    IDENTIFICATION,
    BENEFICIAL_OWNER,
    AUTHORISED_PERSONS,
    TRANSACTIONS,
    BALANCES,
    COUNTERPARTIES,
    CONTACT_DETAILS,
    DEVICES_AND_SIGN_INS
}
