package org.simpul.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.participant.federation.IdentityProvider;
import org.simpul.shared.Problem;

/** An institution as a change would make it; stored as JSON with the change, and what its digest is made of. */
record Institution(
        String name,
        ParticipantKind kind,
        @Nullable String sector,
        String jurisdiction,
        Agreement agreement,
        List<String> roles,
        IdentityProvider identityProvider) {

    /** @throws Problem INVALID when roles are made for another kind, or the provider is told in part */
    static Institution of(InstitutionForm form) {
        boolean fitting = form.roles().stream().allMatch(text -> Role.of(text)
                .filter(role -> role.countsUnder(form.kind()))
                .isPresent());
        if (!fitting) {
            throw Problem.invalid("institution.roles", "role_of_another_kind");
        }
        ProviderForm provider = form.identityProvider();
        boolean oidc = provider.protocol() == IdentityProvider.Protocol.OIDC;
        if (oidc != (provider.clientId() != null)) {
            throw Problem.invalid("institution.identity_provider.client_id", "client_id_for_oidc");
        }
        return new Institution(
                form.name(),
                form.kind(),
                form.sector(),
                form.jurisdiction(),
                form.agreement(),
                form.roles().stream().sorted().toList(),
                provider.provider(null));
    }

    Institution with(IdentityProvider provider) {
        return new Institution(name, kind, sector, jurisdiction, agreement, roles, provider);
    }
}
