package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.NotifiedRooms;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** The second look at what was done alone: by somebody else of the institution who could have approved it. */
@ApplicationScoped
class AloneActService {
    /** Read at once for a page, which goes on until it is full: what is not seen leaves no gap. */
    private static final int PORTION = 200;
    /** Read for one page; the next goes on from there. */
    private static final int MOST_PORTIONS = 25;

    private final CurrentCaller current;
    private final AloneActRepository repository;
    private final AloneActs acts;
    private final NotifiedRooms rooms;
    private final PeopleDirectory people;
    private final ContentDigests digests;
    private final AuditLog audit;
    private final InstantSource clock;

    AloneActService(
            CurrentCaller current,
            AloneActRepository repository,
            AloneActs acts,
            NotifiedRooms rooms,
            PeopleDirectory people,
            ContentDigests digests,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.acts = acts;
        this.rooms = rooms;
        this.people = people;
        this.digests = digests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the kinds that the caller may approve, done to what it sees, newest first. */
    @Transactional
    Page<AloneActView> list(PageRequest page) {
        Caller caller = current.get();
        Page<AloneAct> rows = seen(caller, page);
        audit.record(UrgencyAct.ALONE_ACT_LISTED, AuditedObject.list(AloneActs.KIND));
        Map<UUID, String> logins = logins(caller, rows.items());
        Instant now = clock.instant();
        return rows.map(act -> AloneActView.from(act, digest(act), logins, now));
    }

    /**
     * @throws Problem NOT_FOUND also for what the caller does not approve or not see, STATE_CONFLICT when it was reviewed
     *     before, VERSION_CHANGED for another digest, SAME_PERSON for who made it
     */
    @Transactional
    AloneActView review(UUID id, ReviewAloneAct command) {
        Caller caller = current.get();
        if (!isSeen(caller, id)) {
            throw Problem.notFound();
        }
        // the database locks none that was reviewed
        AloneAct act = repository
                .lock(caller.participantId(), id)
                .orElseThrow(() -> Problem.stateConflict("reviewed_already"));
        if (!command.digest().equals(digest(act))) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
        act.review(caller, command.verdict(), command.reason(), clock.instant());
        AloneActView view = AloneActView.from(act, digest(act), logins(caller, List.of(act)), clock.instant());
        acts.reviewed(act);
        return view;
    }

    private Page<AloneAct> seen(Caller caller, PageRequest page) {
        List<AloneAct> seen = new ArrayList<>();
        UUID before = page.before();
        for (int portions = 0; portions < MOST_PORTIONS; portions++) {
            List<AloneAct> portion =
                    repository.newest(caller.participantId(), AloneKind.reviewedBy(caller), before, PORTION);
            seen.addAll(seen(portion));
            if (portion.size() < PORTION || seen.size() > page.size()) {
                return Page.of(seen.subList(0, Math.min(seen.size(), page.size() + 1)), page.size(), act -> act.id);
            }
            before = portion.get(PORTION - 1).id;
        }
        return new Page<>(seen, PageRequest.token(before));
    }

    private List<AloneAct> seen(List<AloneAct> acts) {
        Set<UUID> seen =
                rooms.seen(AloneActs.KIND, acts.stream().map(act -> act.id).toList());
        return acts.stream().filter(act -> seen.contains(act.id)).toList();
    }

    private boolean isSeen(Caller caller, UUID id) {
        return repository.isOneOf(caller.participantId(), AloneKind.reviewedBy(caller), id)
                && rooms.seen(AloneActs.KIND, List.of(id)).contains(id);
    }

    /** Over what was done and why; a review does not change it. */
    private String digest(AloneAct act) {
        Map<String, Object> content = new HashMap<>();
        content.put("id", act.id);
        content.put("kind", act.kind);
        content.put("object_id", act.objectId);
        content.put("object_owner", act.objectOwner);
        content.put("ground", act.ground);
        content.put("person_id", act.personId);
        content.put("reason", act.reason);
        content.put("makers", act.makers);
        content.put("content_digest", act.contentDigest);
        content.put("returned_reason", act.returnedReason);
        content.put("at", act.at);
        return digests.of(content);
    }

    private Map<UUID, String> logins(Caller caller, List<AloneAct> rows) {
        return people.logins(
                caller.participantId(),
                rows.stream()
                        .flatMap(act -> Stream.of(act.personId, act.reviewedBy))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
