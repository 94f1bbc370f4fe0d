package org.simpul.inquiry.rfi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierInput;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.Handling;

/**
 * A request for information as it is written.
 *
 * @param purpose may be left out where {@code searchId} tells it
 * @param predicateOffence as the purpose
 * @param legalBasis a code of the list, for the use RFI
 * @param caseId of the FIU; left out by others; an agency's matter is that of the header Case-Reference
 * @param egmontReference what crosses a border names the reference of the Egmont channel: of a foreign FIU that asks, and
 *     of the FIU that asks one; else left out
 * @param preserve whether what is held is to be kept, whatever the institution's own rules for deleting say
 * @param urgent a child is in danger: P1
 * @param answerBy left out for the deadline of the configuration
 * @param origins threads of agencies that the FIU asks on; told to nobody
 * @param scope of the FIU: whom it asks; left out by others, who ask the FIU
 * @param searchId of an agency: its own search that it asks on after, whose value stands in the question
 */
@Schema(
        example = "{\"purpose\":\"LOCATE_AND_PROTECT\",\"predicate_offence\":\"CHILD_SEXUAL_EXPLOITATION\","
                + "\"legal_basis\":\"UU_8_2010_ART_41\",\"case_id\":\"0197b1c0-7a10-7000-8000-000000000001\","
                + "\"question\":{\"names\":[\"Bagas Wirya\"],\"identifiers\":[{\"type\":\"BANK_ACCOUNT\","
                + "\"scope\":\"ID:014\",\"value\":\"1234567890\"}],\"period_from\":\"2026-01-01\","
                + "\"period_to\":\"2026-03-01\",\"wanted\":[\"ACCOUNT_HOLDER\",\"TRANSACTIONS\"],\"note\":null},"
                + "\"preserve\":true,\"urgent\":false,\"answer_by\":null,"
                + "\"handling\":{\"tlp\":\"TLP:AMBER+STRICT\",\"pap\":\"PAP:RED\"},"
                + "\"scope\":{\"kind\":\"REPORTING_ENTITY\",\"sector\":\"bank\",\"jurisdiction\":\"ID\","
                + "\"by_identifier\":true},\"origins\":[],\"search_id\":null}")
record RfiForm(
        @Nullable Purpose purpose,
        @Nullable @Pattern(regexp = "[A-Z][A-Z_]{2,63}") String predicateOffence,
        @NotNull @Size(max = 64) String legalBasis,
        @Nullable UUID caseId,
        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9/._-]{2,63}") String egmontReference,
        @NotNull @Valid Asked question,
        boolean preserve,
        boolean urgent,
        @Nullable Instant answerBy,
        @NotNull @Valid Handling handling,
        @Nullable @Valid ScopeRule scope,
        @Nullable @Size(max = 20) List<@NotNull UUID> origins,
        @Nullable UUID searchId) {

    /**
     * What a search told already, in the place of what is left out.
     *
     * @throws Problem INVALID naming what is left out and no search told, or what the search was not made for
     */
    RfiForm filled(@Nullable Purpose searched, @Nullable String offence) {
        if (purpose == null && searched == null) {
            throw Problem.invalid("purpose", "required");
        }
        if (predicateOffence == null && offence == null) {
            throw Problem.invalid("predicate_offence", "required");
        }
        if (purpose != null && searched != null && purpose != searched) {
            throw Problem.invalid("purpose", "rfi_not_as_searched");
        }
        if (predicateOffence != null && offence != null && !predicateOffence.equals(offence)) {
            throw Problem.invalid("predicate_offence", "rfi_not_as_searched");
        }
        return new RfiForm(
                purpose == null ? searched : purpose,
                predicateOffence == null ? offence : predicateOffence,
                legalBasis,
                caseId,
                egmontReference,
                question,
                preserve,
                urgent,
                answerBy,
                handling,
                scope,
                origins,
                searchId);
    }

    List<UUID> givenOrigins() {
        return origins == null ? List.of() : origins.stream().distinct().toList();
    }

    /** What is asked; at least one name or identifier. */
    @Schema(name = "RfiQuestionForm")
    record Asked(
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> names,
            @NotNull @Size(max = 200) List<@NotNull @Valid IdentifierInput> identifiers,
            @NotNull LocalDate periodFrom,
            @NotNull @PastOrPresent LocalDate periodTo,
            @NotEmpty Set<@NotNull Wanted> wanted,
            @Nullable @Size(max = 2_000) String note) {

        /** @throws Problem INVALID for what has no canonical form, a question about nobody, or an impossible period */
        Question canonical() {
            if (names.isEmpty() && identifiers.isEmpty()) {
                throw Problem.invalid("question.names", "rfi_about_nobody");
            }
            if (periodTo.isBefore(periodFrom)) {
                throw Problem.invalid("question.period_to", "rfi_period");
            }
            List<Violation> violations = new ArrayList<>();
            List<Identifier> found = new ArrayList<>();
            for (int i = 0; i < identifiers.size(); i++) {
                found.add(identifiers.get(i).canonical("question.identifiers[" + i + "]", violations));
            }
            if (!violations.isEmpty()) {
                throw Problem.invalid(violations);
            }
            return new Question(
                    names.stream().map(String::strip).distinct().toList(),
                    found.stream().filter(Objects::nonNull).distinct().toList(),
                    periodFrom,
                    periodTo,
                    wanted.stream().sorted().toList(),
                    note);
        }
    }
}
