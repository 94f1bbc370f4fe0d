package org.simpul.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What shall become of a participant; the institution is given whole. */
@Schema(
        example =
                """
                {"change":"AMENDMENT","institution":{"name":"Bank Cempaka","kind":"REPORTING_ENTITY","sector":"bank",\
                "jurisdiction":"ID","agreement":{"reference":"PKS/12/2026","date":"2026-03-02"},\
                "roles":["investigator","compliance-officer"],\
                "identity_provider":{"protocol":"OIDC",\
                "metadata_url":"https://login.cempaka.example/.well-known/openid-configuration",\
                "client_id":"simpul","roles_claim":"simpul_roles"}}}""")
record ProposeChange(@NotNull ChangeKind change, @NotNull @Valid InstitutionForm institution) {}
