package org.simpul.sharing.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;

/**
 * What is to be handed on, under which consent.
 *
 * @param recipients aliases, some of those that the consent names; null for all of them
 * @param handling no looser than it came by; null for that
 * @param caveats what the recipients must also know; beside the originator's, which go with it
 * @param until when it ends; null for the end of the consent
 */
@Schema(
        example =
                """
                {"consent_id":"0199f0c2-0000-7000-8000-000000000001","recipients":["agency-y"],\
                "handling":{"tlp":"TLP:AMBER+STRICT","pap":"PAP:RED"},"caveats":"For your cyber unit."}""")
record OnwardForm(
        @NotNull UUID consentId,
        @Nullable @Size(min = 1, max = 50) List<@NotBlank @Size(max = 40) String> recipients,
        @Nullable @Valid Handling handling,
        @Nullable @Size(max = 2000) String caveats,
        @Nullable Instant until) {}
