package org.simpul.inquiry.rfi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;

/**
 * Whom the FIU asks: a rule, and never a choice by what others reported. Foreign FIUs are asked by their jurisdiction.
 *
 * @param sector as in the institution's record, e.g. {@code bank}; null for all
 * @param jurisdiction ISO 3166-1 alpha-2; null for all
 * @param byIdentifier only institutions that keep an account or wallet of the question: by the bank code or provider that
 *     stands in its scope
 */
@Schema(name = "RfiScope")
record ScopeRule(
        @NotNull ParticipantKind kind,
        @Nullable @Size(max = 64) String sector,
        @Nullable @Pattern(regexp = "[A-Z]{2}") String jurisdiction,
        @NotNull Boolean byIdentifier) {}
