package org.simpul.hold;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.PaymentIdentifier;

/**
 * A hold as it is written.
 *
 * @param institution alias of the one whose accounts they are; left out by an institution that postpones
 * @param legalBasis a code of the list, for the use HOLD
 * @param officialReference number of the official record or letter; in each request to an institution another one
 * @param startedAt when it began; needed where it has begun, and left out where it is asked for
 * @param amount what is held, where it has begun
 * @param origins where the reason came from: the FIU's own, told to nobody
 */
@Schema(
        example = "{\"kind\":\"HALT_REQUEST\",\"measure\":\"STOP_OUTGOING\",\"ground\":\"SUSPECTED_PROCEEDS\","
                + "\"legal_basis\":\"UU_8_2010_ART_65\",\"official_reference\":\"S-112/PS/2026\","
                + "\"official_date\":\"2026-03-02\",\"institution\":\"bank-a\",\"accounts\":[{\"type\":\"BANK_ACCOUNT\","
                + "\"scope\":\"ID:014\",\"value\":\"1234567890\"}],\"origins\":[]}")
record HoldForm(
        @NotNull HoldKind kind,
        @NotNull HoldMeasure measure,
        @NotNull HoldGround ground,
        @NotNull @Size(max = 64) String legalBasis,
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{2,63}") String officialReference,
        @NotNull @PastOrPresent LocalDate officialDate,
        @Nullable @Size(max = 64) String institution,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid PaymentIdentifier> accounts,
        @Nullable @PastOrPresent Instant startedAt,
        @Nullable @DecimalMin("0") @Digits(integer = 15, fraction = 4) BigDecimal amount,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
        @Nullable @Size(max = 50) List<@NotNull @Valid Origin> origins) {

    List<Origin> givenOrigins() {
        return origins == null ? List.of() : origins.stream().distinct().toList();
    }
}
