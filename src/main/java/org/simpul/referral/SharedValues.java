package org.simpul.referral;

import java.util.List;

/** @param leftOut values of the submission that were not looked for, since it has so many */
public record SharedValues(List<SharedValue> values, int leftOut) {}
