package org.simpul.launch;

import java.util.Map;

/** The pages of a sign-in, answered as the person would: those of Keycloak and those of the person's institution. */
final class SignInPages {

    private static final int MOST_PAGES = 10;

    private final Browser browser;
    private final Authenticator authenticator;
    private final String login;

    SignInPages(Browser browser, Authenticator authenticator, String login) {
        this.browser = browser;
        this.authenticator = authenticator;
        this.login = login;
    }

    /**
     * Answers page after page.
     *
     * @param stopAt where the sign-in leads back to
     * @return the redirect there
     * @throws LaunchFailure when the sign-in ends on a page that asks for nothing, which Keycloak's refusals do
     */
    Browser.Answer pass(Browser.Answer first, String stopAt) {
        Browser.Answer page = first;
        for (int i = 0; i < MOST_PAGES; i++) {
            if (page.location().toString().startsWith(stopAt)) {
                return page;
            }
            Browser.Answer shown = page;
            Form form = Form.on(page).orElseThrow(() -> refused(shown));
            page = browser.submit(form.action(), answer(form, page), stopAt);
        }
        throw refused(page);
    }

    /** What the person fills into a page. */
    Map<String, String> answer(Form form, Browser.Answer page) {
        if (form.has("SAMLRequest") || form.has("SAMLResponse")) {
            // a browser's script would post it on to the other side
            return form.fields();
        }
        if (form.has("password")) {
            return form.with(Map.of("username", login, "password", Demo.PASSWORD));
        }
        if (form.has("totpSecret")) {
            authenticator.enrol(login, form.fields().get("totpSecret"));
            return form.with(Map.of("totp", authenticator.code(login), "userLabel", "demo"));
        }
        if (form.has("otp")) {
            if (!authenticator.knows(login)) {
                throw new LaunchFailure(login + " has enrolled an app of their own; its codes are not known here.");
            }
            return form.with(Map.of("otp", authenticator.code(login)));
        }
        throw refused(page);
    }

    private LaunchFailure refused(Browser.Answer page) {
        return new LaunchFailure("Keycloak did not let " + login + " in (its last page was "
                + page.location().getPath() + ", status " + page.status() + ").");
    }
}
