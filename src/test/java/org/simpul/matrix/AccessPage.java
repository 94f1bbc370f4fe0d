package org.simpul.matrix;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.access.Role;

/** {@code docs/access.md}: the table of roles, and what it comes to for each operation. */
final class AccessPage {
    private static final String HEAD =
            """
            # Access

            Written by `./mvnw test -Dtest=AccessPageTest -Dsimpul.access.write=true` from the table of roles and from the
            access matrix; a test fails when it differs.

            ## Roles
            Nothing grants outside of this table. A role counts only under its kinds of institution; held under another
            kind it gives nothing, and that somebody holds it is recorded. Every signed-in person may read who it is
            (`self.read`). A suspended institution gets 403 for everything.

            | role | kinds | permissions |
            | --- | --- | --- |
            """;
    private static final String OPERATIONS =
            """

            ## Operations
            Who holds a permission is let through for the objects that stand in one of the relations named here, and gets
            404 for all others. What the state of an object refuses after that (400, 409, 412, 422) counts as let through.

            | operation | permission | let through |
            | --- | --- | --- |
            """;
    private static final String RELATIONS =
            """

            ## Relations, and what 404 means
            - **own**: the caller's institution owns the object. Only the owner writes it.
            - **disclosed**: a row of the ledger that is neither recalled nor expired gives the object's version to the
              caller's institution, to all institutions of its kind, to a working group that it is inside of, or to the caller
              in person. A working group itself: the institution is inside of it now.
            - **recalled**: it was disclosed, and that was recalled or has expired, or the institution has left the working
              group. From the next request on it is hidden.
            - **others**: it is there, and neither of the above.
            - **absent**: there is no such object.

            *Recalled*, *others* and *absent* answer alike: 404 in the same bytes, whatever is asked. So nobody learns from
            an answer that somebody else referred, drafts, or received something. The same holds for an id below one's own
            object (the subject of another's referral, the unpublished version of a typology), and for an id in a body.

            - **401**: no token, or one that has expired or was issued for something else.
            - **400**: among others, no purpose was stated where persons are read; asked before the object is looked for.
            - **403**: the role does not allow the operation, or an agency reads persons without a live matter: both for
              whatever object. Or one does see the object, and may not do this to it: not on its team, or not a second
              person.
            - **404**: the role allows the operation, and there is no such object for the caller.

            The verdict of each operation for each principal and each relation stands in
            `src/test/resources/matrix/access.csv`, and `MatrixTest` asks for all of them over HTTP.
            """;

    private AccessPage() {}

    static String of(Table table) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Role role : Role.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(role.text(), kinds(role), permissions(role)));
        }
        page.append(OPERATIONS);
        table.rows().keySet().stream()
                .map(key -> key.substring(0, key.indexOf(',')))
                .distinct()
                .forEach(operation -> page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                operation,
                                String.join(" or ", Rule.PERMISSIONS.get(operation)),
                                through(table, operation))));
        return page.append(RELATIONS).toString();
    }

    private static String kinds(Role role) {
        return Stream.of(ParticipantKind.values())
                .filter(role::countsUnder)
                .map(ParticipantKind::name)
                .collect(Collectors.joining(", "));
    }

    private static String permissions(Role role) {
        String permissions = Stream.of(Permission.values())
                .filter(permission -> permission != Permission.SELF_READ)
                .filter(permission -> role.kinds().stream()
                        .anyMatch(kind -> role.permissions(kind).contains(permission)))
                .map(permission -> permission.text() + restriction(role, permission))
                .collect(Collectors.joining(" · "));
        return permissions.isEmpty() ? "none" : permissions;
    }

    /** The kinds under which alone the role allows it; empty when it does under all of its kinds. */
    private static String restriction(Role role, Permission permission) {
        Set<String> allowing = role.kinds().stream()
                .filter(kind -> role.permissions(kind).contains(permission))
                .map(ParticipantKind::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return allowing.size() == role.kinds().size() ? "" : " (" + String.join(", ", allowing) + ")";
    }

    private static String through(Table table, String operation) {
        boolean namesAnObject =
                !table.cell(operation, Principal.ANONYMOUS, Relation.ABSENT).equals("-");
        return Stream.of(Relation.OWN, Relation.DISCLOSED)
                .filter(relation -> !through(table, operation, relation).isEmpty())
                .map(relation -> (namesAnObject ? relation.text() + ": " : "")
                        + String.join(", ", through(table, operation, relation)))
                .collect(Collectors.joining("; "));
    }

    private static Set<String> through(Table table, String operation, Relation relation) {
        return Stream.of(Principal.values())
                .filter(Principal::counts)
                .filter(principal ->
                        !List.of("-", "401", "403", "404").contains(table.cell(operation, principal, relation)))
                .map(principal -> principal.role.text())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
