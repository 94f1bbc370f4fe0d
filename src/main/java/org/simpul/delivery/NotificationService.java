package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Role;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** A person's items: those that its roles and its person are addressed by, about objects that it sees at this moment. */
@ApplicationScoped
public class NotificationService {
    /** Read at once for a page, which goes on until it is full: what is not seen leaves no gap. */
    private static final int BATCH = 200;
    /** Told in one go by a stream; what is left comes with the next look. */
    private static final int MOST_AT_ONCE = 100;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PeopleDirectory people;
    private final ItemRepository items;
    private final Reauthorisation reauthorisation;
    private final AuditLog audit;
    private final InstantSource clock;

    NotificationService(
            CurrentCaller current,
            AccessPolicy policy,
            PeopleDirectory people,
            ItemRepository items,
            Reauthorisation reauthorisation,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.people = people;
        this.items = items;
        this.reauthorisation = reauthorisation;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether something waits unread. */
    public enum Waiting {
        NOTHING,
        ROUTINE,
        URGENT
    }

    /**
     * Where a stream begins.
     *
     * @param position the items after it are told
     * @param waiting what is unread at the opening
     */
    public record Opening(Caller caller, long position, Waiting waiting) {}

    /**
     * What a stream has to tell.
     *
     * @param position of the last item that was looked at, seen or not
     */
    record News(List<NotificationView> items, long position) {}

    @Transactional
    public Page<NotificationView> list(boolean unread, PageRequest page) {
        Caller caller = current.get();
        Page<NotificationView> views = views(caller, page(caller, unread, page));
        audit.record(DeliveryAct.NOTIFICATION_LISTED, AuditedObject.list(Inbox.KIND));
        return views;
    }

    /** The same for the eyes of a person, who has read by it what is on the page. */
    @Transactional
    public Page<NotificationView> look(PageRequest page) {
        Caller caller = current.get();
        Page<Item> shown = page(caller, false, page);
        Page<NotificationView> views = views(caller, shown);
        items.mark(caller, shown.items().stream().map(item -> item.id).toList(), clock.instant());
        audit.record(DeliveryAct.NOTIFICATION_LISTED, AuditedObject.list(Inbox.KIND), "read");
        return views;
    }

    /** @throws Problem NOT_FOUND when it is absent, another's, or about something that is not seen any more */
    @Transactional
    void markRead(UUID id) {
        Caller caller = current.get();
        Item item = items.find(policy.visibility(caller), caller, id)
                .filter(found -> !reauthorisation.seen(List.of(found)).isEmpty())
                .orElseThrow(Problem::notFound);
        items.mark(caller, List.of(id), clock.instant());
        audit.record(DeliveryAct.NOTIFICATION_MARKED_READ, Inbox.audited(item));
    }

    /** @param lastId of the last event that was received; null, or one that the caller never had, to begin with now */
    @Transactional
    public Opening open(@Nullable UUID lastId) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        long position = Optional.ofNullable(lastId)
                .flatMap(id -> items.find(scope, caller, id))
                .map(item -> item.position)
                .orElseGet(() -> items.lastPosition(scope));
        List<Item> unread =
                page(caller, true, PageRequest.of(PageRequest.MAX_SIZE, null)).items();
        Waiting waiting = unread.isEmpty()
                ? Waiting.NOTHING
                : unread.stream().anyMatch(item -> item.urgent) ? Waiting.URGENT : Waiting.ROUTINE;
        audit.record(DeliveryAct.NOTIFICATION_STREAM_OPENED, AuditedObject.list(Inbox.KIND));
        return new Opening(caller, position, waiting);
    }

    /**
     * What came after a position, for a stream that is open.
     *
     * @return empty when the caller may not have it any more: switched off, a role lost, the institution suspended
     */
    @Transactional
    Optional<News> news(long position) {
        Caller caller = current.get();
        Set<Role> now = people.roles(caller.participantId(), caller.person());
        if (!now.containsAll(caller.roles())) {
            audit.record(DeliveryAct.NOTIFICATION_STREAMED, AuditedObject.list(Inbox.KIND), "ended");
            return Optional.empty();
        }
        List<Item> next = items.after(policy.visibility(caller), caller, position, MOST_AT_ONCE);
        List<NotificationView> seen = reauthorisation.seen(next).stream()
                .map(item -> NotificationView.from(item, false))
                .toList();
        if (!seen.isEmpty()) {
            audit.record(
                    DeliveryAct.NOTIFICATION_STREAMED,
                    AuditedObject.list(Inbox.KIND),
                    seen.stream().map(NotificationView::id).toList().toString());
        }
        return Optional.of(new News(seen, next.isEmpty() ? position : next.get(next.size() - 1).position));
    }

    private Page<Item> page(Caller caller, boolean unread, PageRequest page) {
        Visibility scope = policy.visibility(caller);
        List<Item> seen = new ArrayList<>();
        UUID before = page.before();
        List<Item> batch;
        do {
            batch = items.newest(scope, caller, unread, before, BATCH);
            seen.addAll(reauthorisation.seen(batch));
            before = batch.isEmpty() ? before : batch.get(batch.size() - 1).id;
        } while (batch.size() == BATCH && seen.size() <= page.size());
        return Page.of(seen.subList(0, Math.min(seen.size(), page.size() + 1)), page.size(), item -> item.id);
    }

    private Page<NotificationView> views(Caller caller, Page<Item> page) {
        Set<UUID> read =
                items.read(caller, page.items().stream().map(item -> item.id).toList());
        return page.map(item -> NotificationView.from(item, read.contains(item.id)));
    }
}
