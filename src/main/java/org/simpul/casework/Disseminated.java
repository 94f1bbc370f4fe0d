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
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.audit.NotAudited;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.PersonName;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Received;
import org.simpul.sharing.Visibility;

/** Finds an identifier or a name in the disseminations that the current caller sees, and nowhere else. */
@ApplicationScoped
public class Disseminated {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final DisseminationReader reader;
    private final DisseminatedNames names;
    private final ParticipantDirectory directory;

    Disseminated(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository repository,
            DisseminationReader reader,
            DisseminatedNames names,
            ParticipantDirectory directory) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.names = names;
        this.directory = directory;
    }

    /** Where in a dissemination it stands. */
    public enum Place {
        IDENTIFIER,
        PAYER,
        PAYEE,
        NAME
    }

    /**
     * A dissemination that holds what was looked for.
     *
     * @param from name of the FIU
     * @param likeness 0 to 100, of the name in it that is most like; null for an identifier
     */
    public record Hit(
            UUID id,
            String reference,
            String title,
            Handling handling,
            String from,
            Set<Place> places,
            @Nullable Integer likeness) {}

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
        return hits(scope, places, Map.of());
    }

    /** @return disseminations with a name that is like it, at most 200, the newest first; sealed ones alone */
    @Transactional
    @NotAudited("a look-up inside searches that are audited themselves")
    public List<Hit> naming(PersonName name) {
        Visibility scope = policy.visibility(current.get());
        Map<UUID, Integer> alike = names.alike(repository.seen(scope), name);
        Map<UUID, Set<Place>> places = new HashMap<>();
        alike.keySet().forEach(id -> add(places, id, Place.NAME));
        return hits(scope, places, alike);
    }

    private List<Hit> hits(Visibility scope, Map<UUID, Set<Place>> places, Map<UUID, Integer> alike) {
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
                        places.get(version.id),
                        alike.get(version.id)))
                .toList();
    }

    private static void add(Map<UUID, Set<Place>> places, UUID id, Place place) {
        places.computeIfAbsent(id, any -> EnumSet.noneOf(Place.class)).add(place);
    }
}
