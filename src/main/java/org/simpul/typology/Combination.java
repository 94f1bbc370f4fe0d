package org.simpul.typology;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How red flags add up: both conditions must hold before a match is worth a look.
 *
 * @param threshold sum of the weights of the flags seen, 1 to 1,000
 * @param atLeast how many flags that weigh something must be seen, 2 to 50: one flag is never enough (R9)
 */
public record Combination(@Min(1) @Max(1000) int threshold, @Min(2) @Max(50) int atLeast) {}
