package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;

/** Makes editions and discloses them, inside the use cases of a person or of the clock. */
@ApplicationScoped
class Editions {
    /** The FIU's duty to prevent money laundering: Law 8/2010, article 40. */
    private static final String LEGAL_BASIS = "UU_8_2010_ART_40";

    private final AccessPolicy policy;
    private final CurrentCaller current;
    private final ListRepository repository;
    private final ListReader reader;
    private final Ledger ledger;
    private final Notifications notifications;
    private final AuditLog audit;

    Editions(
            AccessPolicy policy,
            CurrentCaller current,
            ListRepository repository,
            ListReader reader,
            Ledger ledger,
            Notifications notifications,
            AuditLog audit) {
        this.policy = policy;
        this.current = current;
        this.repository = repository;
        this.reader = reader;
        this.ledger = ledger;
        this.notifications = notifications;
        this.audit = audit;
    }

    /** The approved draft goes out. */
    @Transactional
    void publish(IdentifierList list, Instant now) {
        IdentifierListEdition edition = of(list, now);
        edition.draft = list.draft;
        edition.digest = reader.digest(list);
        edition.writtenBy = list.writtenBy;
        edition.handedOverBy = list.handedOverBy;
        edition.approvedBy = list.approvedBy;
        list.entries -= repository.expired(list, edition.draft, now);
        list.take(ListStep.PUBLISH);
        list.published(now);
        disclose(list, edition);
    }

    /** What was published before goes out without what has expired: two persons have approved that with its validity. */
    @Transactional
    void expire(IdentifierList list, Instant now) {
        IdentifierListEdition last = repository
                .newest(policy.visibility(current.get()), list.id)
                .orElseThrow(() -> new IllegalStateException("what expires was published"));
        IdentifierListEdition edition = of(list, now);
        edition.draft = last.draft;
        edition.digest = last.digest;
        edition.writtenBy = last.writtenBy;
        edition.handedOverBy = last.handedOverBy;
        edition.approvedBy = last.approvedBy;
        list.entries -= repository.expired(list, edition.draft, now);
        list.took(now);
        disclose(list, edition);
    }

    private static IdentifierListEdition of(IdentifierList list, Instant now) {
        IdentifierListEdition edition = new IdentifierListEdition();
        edition.id = Ids.next();
        edition.owner = list.owner;
        edition.listId = list.id;
        edition.number = list.edition + 1;
        edition.title = list.title;
        edition.tlp = list.tlp;
        edition.pap = list.pap;
        edition.sealedAt = now;
        return edition;
    }

    private void disclose(IdentifierList list, IdentifierListEdition edition) {
        repository.create(edition);
        repository.flush();
        List<Member> present = ledger.present(list.audience());
        if (!present.isEmpty()) {
            disclose(list, edition, present);
        }
        audit.record(ListStep.PUBLISH.act(), ListService.audited(list), edition.digest);
    }

    /** A named institution that is suspended holds up nobody: it goes on with the next edition after it is back. */
    private void disclose(IdentifierList list, IdentifierListEdition edition, List<Member> present) {
        Audience chosen = list.audience();
        List<UUID> named = present.stream()
                .map(Member::id)
                .filter(chosen.participants()::contains)
                .toList();
        ledger.disclose(
                new SharedVersion(ObjectKind.IDENTIFIER_LIST_EDITION, edition.id, edition.owner),
                new Audience(named, chosen.communities(), List.of(), List.of()),
                new Terms(
                        Purpose.PREDICATE_OFFENCE,
                        LEGAL_BASIS,
                        list.handling(),
                        null,
                        edition.handedOverBy,
                        edition.approvedBy,
                        edition.sealedAt,
                        null));
        notifications.put(present.stream()
                .filter(recipient -> !recipient.id().equals(list.owner))
                .map(recipient -> new Notification(
                        recipient.id(), null, Permission.IDENTIFIER_READ, ListService.KIND, list.id, false))
                .toList());
    }
}
