package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.simpul.sharing.Visibility;

/** Finds an identifier in the disseminations that the current caller sees, and nowhere else. */
@ApplicationScoped
public class Disseminated {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final ParticipantDirectory directory;

    Disseminated(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository repository,
            ParticipantDirectory directory) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
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

    /** @return at most 200 for each place, the newest first */
    @Transactional
    @NotAudited("a look-up inside searches that are audited themselves")
    public List<Hit> holding(Identifier identifier) {
        Visibility scope = policy.visibility(current.get());
        Map<DisseminationVersion, Set<Place>> found = new LinkedHashMap<>();
        repository.holding(scope, identifier).forEach(version -> add(found, version, Place.IDENTIFIER));
        repository.paying(scope, identifier).forEach(version -> add(found, version, Place.PAYER));
        repository.paid(scope, identifier).forEach(version -> add(found, version, Place.PAYEE));
        Map<UUID, Member> owners = directory.byId(
                found.keySet().stream().map(version -> version.owner).collect(Collectors.toSet()));
        return found.entrySet().stream()
                .map(entry -> new Hit(
                        entry.getKey().id,
                        entry.getKey().reference,
                        entry.getKey().title,
                        entry.getKey().handling(),
                        owners.get(entry.getKey().owner).name(),
                        entry.getValue()))
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .toList();
    }

    private static void add(Map<DisseminationVersion, Set<Place>> found, DisseminationVersion version, Place place) {
        found.computeIfAbsent(version, any -> EnumSet.noneOf(Place.class)).add(place);
    }
}
