package org.simpul.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken back.
 *
 * @param recipients aliases of agencies that received it; without these and recipientPeople, from everybody
 * @param recipientPeople named persons who received it
 * @param everyVersion whether also other versions of the dissemination; by default the one in the path alone
 * @param note for the FIU alone
 */
@Schema(
        name = "RecallForm",
        example = "{\"recipients\":[\"agency-x\"],\"reason\":\"WRONG_CONTENT\",\"every_version\":true}")
record RecallForm(
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) String> recipients,
        @Nullable @Size(max = 50) List<@NotNull @Valid NamedPerson> recipientPeople,
        @NotNull RecallReason reason,
        @Nullable Boolean everyVersion,
        @Nullable @Size(max = 500) String note) {

    List<String> agencies() {
        return recipients == null ? List.of() : recipients;
    }

    List<NamedPerson> people() {
        return recipientPeople == null ? List.of() : recipientPeople;
    }

    boolean takesEveryVersion() {
        return Boolean.TRUE.equals(everyVersion);
    }

    boolean isOfEverybody() {
        return agencies().isEmpty() && people().isEmpty();
    }
}
