package org.simpul.console;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.TenantFeature;
import jakarta.enterprise.context.ApplicationScoped;

/** Keycloak's sign-in page speaks the language that the console does ({@code ui_locales}, OpenID Connect Core 3.1.2.1). */
@ApplicationScoped
@Unremovable
@TenantFeature("console")
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInLanguage implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        redirect.additionalQueryParams()
                .set("ui_locales", Frames.language(redirect.routingContext()).code());
    }
}
