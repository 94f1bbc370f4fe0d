package org.simpul.lead;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.PaymentIdentifier;

/**
 * What a partner knows of payments; there is no field for a person, an address of material, or a text.
 *
 * @param source what kind of source it comes out of
 * @param observedOn when the source saw it
 * @param childAtRisk a child may be in danger now: the FIU's desk is told urgently
 */
@Schema(
        example = "{\"identifiers\":[{\"type\":\"E_WALLET\",\"scope\":\"ovo\",\"value\":\"081234567890\"}],"
                + "\"source\":\"HOTLINE\",\"observed_on\":\"2026-03-01\",\"child_at_risk\":false}")
record SubmitLead(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid PaymentIdentifier> identifiers,
        @NotNull LeadSource source,
        @NotNull @PastOrPresent LocalDate observedOn,
        @NotNull Boolean childAtRisk) {}
