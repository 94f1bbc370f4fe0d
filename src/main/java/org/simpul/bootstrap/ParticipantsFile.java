package org.simpul.bootstrap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.participant.Founder;
import org.simpul.participant.federation.IdentityProvider;

/** The file of the first members. Other keys, such as the demo's people, are for other readers and are passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ParticipantsFile(@NotEmpty List<@NotNull @Valid Entry> participants) {

    /**
     * One institution.
     *
     * @param roles names as in tokens, e.g. {@code compliance-officer}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,38}") String alias,
            @NotBlank @Size(max = 200) String name,
            @NotNull ParticipantKind kind,
            @Nullable @Size(min = 1, max = 100) String sector,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String jurisdiction,
            @NotNull @Valid IdentityProvider identityProvider,
            @NotEmpty Set<@NotNull String> roles) {

        /** @throws BootstrapFailure for a role that there is not */
        Founder founder() {
            return new Founder(
                    alias,
                    name,
                    kind,
                    sector,
                    jurisdiction,
                    identityProvider,
                    roles.stream().map(this::role).collect(Collectors.toSet()));
        }

        private Role role(String text) {
            return Role.of(text)
                    .orElseThrow(() -> new BootstrapFailure("There is no role '" + text + "' (under " + alias + ")."));
        }
    }
}
