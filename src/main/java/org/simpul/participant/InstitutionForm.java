package org.simpul.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;

/**
 * An institution as it shall be.
 *
 * @param sector what a reporting entity does, e.g. {@code bank}; else null
 * @param jurisdiction ISO 3166-1 alpha-2
 * @param roles that its people may hold, e.g. {@code compliance-officer}; each made for its kind
 */
@Schema(
        example =
                """
                {"name":"Bank Cempaka","kind":"REPORTING_ENTITY","sector":"bank","jurisdiction":"ID",\
                "agreement":{"reference":"PKS/12/2026","date":"2026-03-02"},\
                "roles":["investigator","compliance-officer","participant-admin"],\
                "identity_provider":{"protocol":"OIDC",\
                "metadata_url":"https://login.cempaka.example/.well-known/openid-configuration",\
                "client_id":"simpul","roles_claim":"simpul_roles"}}""")
record InstitutionForm(
        @NotBlank @Size(max = 200) String name,
        @NotNull ParticipantKind kind,
        @Nullable @Size(min = 1, max = 100) String sector,
        @NotNull @Pattern(regexp = "[A-Z]{2}") String jurisdiction,
        @NotNull @Valid Agreement agreement,
        @NotEmpty @Size(max = 30) Set<@NotNull @Pattern(regexp = "[a-z][a-z-]{2,39}") String> roles,
        @NotNull @Valid ProviderForm identityProvider) {}
