package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.audit.NotAudited;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Received;
import org.simpul.sharing.Visibility;

/** Finds an identifier in the disseminations that the current caller sees, and nowhere else. */
@ApplicationScoped
public class Disseminated {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final DisseminationReader reader;
    private final ParticipantDirectory directory;

    Disseminated(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository repository,
            DisseminationReader reader,
            ParticipantDirectory directory) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.directory = directory;
    }

    /** Where in a dissemination the identifier stands. */
    public enum Place {
        IDENTIFIER,
        PAYER,
        PAYEE
    }

    /**
     * A dissemination that holds the identifier.
     *
     * @param from name of the FIU
     */
    public record Hit(UUID id, String reference, String title, Handling handling, String from, Set<Place> places) {}

    /** @return at most 200, the newest first */
    @Transactional
    @NotAudited("a look-up inside searches that are audited themselves")
    public List<Hit> holding(Identifier identifier) {
        Visibility scope = policy.visibility(current.get());
        List<UUID> seen = repository.seen(scope);
        Map<UUID, Set<Place>> places = new HashMap<>();
        repository.holding(seen, identifier).forEach(id -> add(places, id, Place.IDENTIFIER));
        repository.paying(seen, identifier).forEach(id -> add(places, id, Place.PAYER));
        repository.paid(seen, identifier).forEach(id -> add(places, id, Place.PAYEE));
        List<DisseminationVersion> found = repository.hits(scope, places.keySet());
        Map<UUID, Member> owners =
                directory.byId(found.stream().map(version -> version.owner).collect(Collectors.toSet()));
        Masks masks = Masks.of(
                repository.masks(found.stream().map(version -> version.id).toList()));
        Map<UUID, Received> handedOn =
                reader.handedOn(found.stream().map(version -> version.id).toList());
        return found.stream()
                .map(version -> new Hit(
                        version.id,
                        version.reference,
                        Objects.requireNonNull(masks.text(version.id, MaskedPart.TITLE, version.title)),
                        DisseminationService.handling(version, handedOn.get(version.id)),
                        owners.get(version.owner).name(),
                        places.get(version.id)))
                .toList();
    }

    private static void add(Map<UUID, Set<Place>> places, UUID id, Place place) {
        places.computeIfAbsent(id, any -> EnumSet.noneOf(Place.class)).add(place);
    }
}
