package org.simpul.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.sharing.Handling;

/**
 * A dissemination as the analyst writes it; an edit sends it whole.
 *
 * @param caseId the case whose intakes the rows come from; does not change
 * @param letterNumber number of the FIU's covering letter
 * @param legalBasis code of the list of legal bases, in force for disseminations
 * @param purpose what the agencies receive it for
 * @param caveats what the recipients must also know
 * @param egmontReference of the Egmont channel: needed for a foreign FIU, and for nobody else
 * @param recipients aliases of agencies, each of which is disclosed to apart, or of foreign FIUs
 * @param recipientPeople named persons, the only recipients of TLP:RED
 * @param exportAllowed whether those whom it is given to may take it out of the hub; not, where it is left out
 */
@Schema(
        example =
                """
                {"case_id":"0199f0c2-0000-7000-8000-000000000001","product":"HA","letter_number":"HA/12/2026",\
                "letter_date":"2026-03-02","title":"Collector account","narrative":"Small sums from many senders.",\
                "predicate_offence":"CHILD_SEXUAL_EXPLOITATION","legal_basis":"UU_8_2010_ART_44",\
                "purpose":"LOCATE_AND_PROTECT","handling":{"tlp":"TLP:AMBER+STRICT","pap":"PAP:RED"},\
                "rows":{"identifiers":[{"type":"E_WALLET","scope":"dompet","value":"6281200000001"}]},\
                "recipients":["agency-x"]}""")
record DisseminationForm(
        @NotNull UUID caseId,
        @NotNull Product product,
        @NotBlank @Size(max = 64) String letterNumber,
        @NotNull LocalDate letterDate,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 20_000) String narrative,
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,63}") String predicateOffence,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{2,63}") String legalBasis,
        @NotNull Purpose purpose,
        @Nullable @Size(max = 2000) String caveats,
        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9/._-]{2,63}") String egmontReference,
        @NotNull @Valid Handling handling,
        @NotNull @Valid ChosenRows rows,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) String> recipients,
        @Nullable @Size(max = 50) List<@NotNull @Valid NamedPerson> recipientPeople,
        @Nullable Boolean exportAllowed) {

    boolean allowsExport() {
        return Boolean.TRUE.equals(exportAllowed);
    }

    List<String> agencies() {
        return recipients == null ? List.of() : recipients.stream().distinct().toList();
    }

    List<NamedPerson> people() {
        return recipientPeople == null
                ? List.of()
                : recipientPeople.stream().distinct().toList();
    }
}
