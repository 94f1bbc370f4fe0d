package org.simpul.lead;

/** What kind of source a lead comes out of; never which one. */
public enum LeadSource {
    HOTLINE,
    PLATFORM,
    NGO,
    RESEARCH,
    TECHNOLOGY_PROVIDER
}
