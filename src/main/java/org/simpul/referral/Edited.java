package org.simpul.referral;

/** What an edit gives back, and the revision that the referral has now. */
record Edited<T>(T view, long revision) {}
