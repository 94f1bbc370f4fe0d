package org.simpul.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.sharing.DisclosureView;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;

/** A row of the ledger as the page shows it: nothing that the view does not hold. */
record DisclosureRow(
        ObjectKind kind,
        String from,
        String to,
        Purpose purpose,
        String legalBasis,
        Tlp tlp,
        Pap pap,
        @Nullable String caveats,
        Instant disclosedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant recalledAt) {

    static DisclosureRow from(DisclosureView view) {
        return new DisclosureRow(
                view.objectKind(),
                view.from(),
                view.to(),
                Purpose.valueOf(view.purpose()),
                view.legalBasis(),
                view.handling().tlp(),
                view.handling().pap(),
                view.caveats(),
                view.disclosedAt(),
                view.expiresAt(),
                view.recalledAt());
    }
}
