package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Purpose;
import org.simpul.casework.DisseminationOrigin.RowKind;
import org.simpul.safeguard.ProtectedCopies;

/**
 * What a dissemination carries of protected subjects, encrypted: nothing, but for LOCATE_AND_PROTECT to named persons,
 * who can then unmask (R3).
 */
@ApplicationScoped
class CarriedDetails {
    private final DisseminationRepository repository;
    private final ProtectedCopies copies;

    CarriedDetails(DisseminationRepository repository, ProtectedCopies copies) {
        this.repository = repository;
        this.copies = copies;
    }

    /** @param version approved, and not sealed yet */
    void carry(DisseminationVersion version, List<DisseminationRecipient> recipients) {
        if (version.purpose != Purpose.LOCATE_AND_PROTECT
                || recipients.stream().noneMatch(recipient -> recipient.personId != null)) {
            return;
        }
        Set<UUID> hidden = repository.subjects(version).stream()
                .filter(subject -> subject.isProtected)
                .map(subject -> subject.id)
                .collect(Collectors.toSet());
        repository.origins(version).stream()
                .filter(origin -> origin.rowKind == RowKind.SUBJECT && hidden.contains(origin.rowId))
                .forEach(origin -> copies.copy(origin.sourceRowId, version.id, version.owner, origin.rowId));
    }
}
