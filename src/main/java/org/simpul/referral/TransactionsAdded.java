package org.simpul.referral;

/** @param added how many transactions the draft got */
record TransactionsAdded(int added) {}
