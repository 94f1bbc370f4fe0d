package org.simpul.participant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the institution's people.
 *
 * @param allowedRoles what its people may hold here at all. Roles are given in the institution's own identity provider;
 *     one that is not allowed spoils the sign-in of whoever brings it
 */
@Schema(name = "People")
public record PeopleView(List<PersonView> items, @Nullable String nextPageToken, List<String> allowedRoles) {}
