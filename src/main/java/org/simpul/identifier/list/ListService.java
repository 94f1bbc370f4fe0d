package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;

/** Lists of identifiers: begun with their audience, and read, each by who owns it and by whom its editions reach. */
@ApplicationScoped
class ListService {
    static final String KIND = "IDENTIFIER_LIST";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final EntryRepository entries;
    private final ListReader reader;
    private final EntryReader entryReader;
    private final ParticipantDirectory directory;
    private final Ledger ledger;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ZoneId zone;

    ListService(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            EntryRepository entries,
            ListReader reader,
            EntryReader entryReader,
            ParticipantDirectory directory,
            Ledger ledger,
            AuditLog audit,
            InstantSource clock,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.entries = entries;
        this.reader = reader;
        this.entryReader = entryReader;
        this.directory = directory;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @throws Problem INVALID for an empty audience, an institution that is no member or is abroad, or TLP:RED, which
     *     goes to no institution
     */
    @Transactional
    ListView begin(BeginList command) {
        Caller caller = current.get();
        if (command.handling().tlp() == Tlp.RED) {
            throw Problem.invalid("audience", "red_names_persons");
        }
        Audience audience = new Audience(
                command.participants().stream().distinct().map(this::member).toList(),
                command.communities(),
                List.of(),
                List.of());
        List<Member> recipients = ledger.recipients(audience);
        if (audience.communities().contains(ParticipantKind.FOREIGN_FIU)
                || recipients.stream().anyMatch(member -> member.kind() == ParticipantKind.FOREIGN_FIU)) {
            throw Problem.invalid("audience", "list_stays_inside");
        }
        IdentifierList list = new IdentifierList();
        // random: it tells no receiver when the list was begun
        list.id = UUID.randomUUID();
        list.owner = caller.participantId();
        list.title = command.title();
        list.tlp = command.handling().tlp().label();
        list.pap = command.handling().pap().label();
        list.audienceCommunities = audience.communities().stream()
                .map(ParticipantKind::name)
                .sorted()
                .toArray(String[]::new);
        list.audienceParticipants = audience.participants().stream().sorted().toArray(UUID[]::new);
        list.cadenceDays = command.cadenceDays();
        list.begunBy = caller.person();
        list.begunAt = clock.instant();
        list.dueAt = LocalDate.ofInstant(list.begunAt, zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        lists.persistAndFlush(list);
        audit.record(ListStep.BEGIN.act(), audited(list));
        return reader.view(list);
    }

    private UUID member(String alias) {
        return directory
                .admitted(alias)
                .map(Member::id)
                .orElseThrow(() -> Problem.invalid("participants", "unknown_recipient"));
    }

    @Transactional
    Page<ListSummary> list(PageRequest page) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Stream<ListSummary> own = lists.own(scope, page).stream().map(ListSummary::of);
        Stream<ListSummary> received = lists.newest(scope, page).stream()
                .filter(edition -> !edition.owner.equals(caller.participantId()))
                .map(ListSummary::of);
        List<ListSummary> rows = Stream.concat(own, received)
                .sorted(Comparator.comparing((ListSummary row) -> row.id().toString())
                        .reversed())
                .limit(page.size() + 1L)
                .toList();
        audit.record(ListAct.LIST_LISTED, AuditedObject.list(KIND));
        return Page.of(rows, page.size(), ListSummary::id);
    }

    @Transactional
    ListView read(UUID id) {
        Visibility scope = policy.visibility(current.get());
        Optional<IdentifierList> own = lists.own(scope, id);
        if (own.isPresent()) {
            ListView view = reader.view(own.get());
            audit.record(ListAct.LIST_READ, audited(own.get()));
            return view;
        }
        IdentifierListEdition edition = lists.newest(scope, id).orElseThrow(Problem::notFound);
        audit.record(ListAct.LIST_READ, audited(edition));
        return ListView.of(edition);
    }

    /** What the owner drafts and has published; for everybody else the newest edition that reaches it. */
    @Transactional
    Page<EntryView> entries(UUID id, PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Optional<IdentifierList> own = lists.own(scope, id);
        if (own.isPresent()) {
            List<ListEntry> rows = entries.drafted(scope, own.get(), page.after(), page.size() + 1);
            audit.record(ListAct.LIST_ENTRIES_READ, audited(own.get()));
            return Page.of(rows, page.size(), entry -> entry.id).map(entry -> entryReader.own(entry, own.get()));
        }
        IdentifierListEdition edition = lists.newest(scope, id).orElseThrow(Problem::notFound);
        List<ListEntry> rows = entries.in(edition, page.after(), page.size() + 1);
        audit.record(ListAct.LIST_ENTRIES_READ, audited(edition));
        return Page.of(rows, page.size(), entry -> entry.id).map(entry -> entryReader.view(entry, edition));
    }

    static AuditedObject audited(IdentifierList list) {
        return new AuditedObject(KIND, list.id, list.owner);
    }

    static AuditedObject audited(IdentifierListEdition edition) {
        return new AuditedObject(KIND, edition.listId, edition.owner);
    }
}
