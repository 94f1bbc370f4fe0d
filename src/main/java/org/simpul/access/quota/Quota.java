package org.simpul.access.quota;

/**
 * How often something may be asked on a day.
 *
 * @param kind under which it is counted
 * @param field of the request that asks it
 * @param code of the refusal
 */
public record Quota(String kind, String field, String code, int perAgency, int perPerson) {}
