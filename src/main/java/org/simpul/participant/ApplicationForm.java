package org.simpul.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution's application, as the operator files it.
 *
 * @param alias short name for ever: of its organization and identity provider in Keycloak, and before its people's names
 */
@Schema(
        example =
                """
                {"alias":"bank-c","institution":{"name":"Bank Cempaka","kind":"REPORTING_ENTITY","sector":"bank",\
                "jurisdiction":"ID","agreement":{"reference":"PKS/12/2026","date":"2026-03-02"},\
                "roles":["investigator","compliance-officer","participant-admin"],\
                "identity_provider":{"protocol":"OIDC",\
                "metadata_url":"https://login.cempaka.example/.well-known/openid-configuration",\
                "client_id":"simpul","roles_claim":"simpul_roles"}}}""")
record ApplicationForm(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,38}") String alias,
        @NotNull @Valid InstitutionForm institution) {}
