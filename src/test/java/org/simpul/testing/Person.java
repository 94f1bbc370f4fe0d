package org.simpul.testing;

import java.util.List;

/**
 * Somebody who can sign in.
 *
 * @param subject who it is at the institution
 * @param organization alias of the institution
 * @param roles as the identity provider says
 */
public record Person(String subject, String login, String organization, List<String> roles) {

    /** User name in the hub's realm, given at brokering. */
    public String nameInTheHub() {
        return organization + ":" + subject;
    }
}
