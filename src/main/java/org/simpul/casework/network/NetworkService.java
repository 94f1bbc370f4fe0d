package org.simpul.casework.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.casework.Cases;
import org.simpul.casework.Cases.Source;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.referral.Party;
import org.simpul.referral.ProtectedPeople;
import org.simpul.referral.Submissions;
import org.simpul.referral.SubmittedGraph;
import org.simpul.referral.SubmittedGraph.Held;
import org.simpul.referral.SubmittedGraph.Holder;
import org.simpul.referral.SubmittedGraph.Transfer;
import org.simpul.referral.TransactionView;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;

/** Who and what is connected in a case, and how its money moved. For the FIU alone, protected subjects masked. */
@ApplicationScoped
class NetworkService {
    private final CurrentCaller current;
    private final PurposeRule purpose;
    private final Cases cases;
    private final Submissions submissions;
    private final SubmittedGraph graph;
    private final ParticipantDirectory directory;
    private final AskedValues asked;
    private final AuditLog audit;

    NetworkService(
            CurrentCaller current,
            PurposeRule purpose,
            Cases cases,
            Submissions submissions,
            SubmittedGraph graph,
            ParticipantDirectory directory,
            AskedValues asked,
            AuditLog audit) {
        this.current = current;
        this.purpose = purpose;
        this.cases = cases;
        this.submissions = submissions;
        this.graph = graph;
        this.directory = directory;
        this.asked = asked;
        this.audit = audit;
    }

    /** Institutions first, then subjects, then identifiers and accounts, in parts of at most 500. */
    @Transactional
    NetworkView read(UUID caseId, @Nullable String token) {
        Cases.Seen file = see(caseId);
        int passed = passed(token);
        List<Source> sources = cases.sources(file);
        List<UUID> versions = graph.seen(sources.stream().map(Source::versionId).toList());
        List<Held> subjects = graph.subjects(versions);
        Map<UUID, Source> bySubmission =
                sources.stream().collect(Collectors.toMap(Source::versionId, Function.identity()));
        Map<UUID, Member> members = members(sources);
        List<Member> institutions = members.values().stream()
                .sorted(Comparator.comparing(Member::alias))
                .toList();
        NetworkPart part = new NetworkPart(new Veil(people(sources), subjects));
        int last = passed + NetworkPart.MOST_NODES;

        slice(institutions, passed, last).forEach(part::institution);
        int before = institutions.size();
        List<Held> shown = slice(subjects, passed - before, last - before);
        for (Held row : shown) {
            Source source = bySubmission.get(row.versionId());
            part.subject(row.subject(), source.intakeId());
            part.referred(members.get(source.submitter()), row.subject());
        }
        before += subjects.size();
        int room = Math.max(0, Math.min(NetworkPart.MOST_NODES, last - before));
        List<Party> found = graph.parties(versions, Math.max(0, passed - before), room + 1);
        List<Party> parties = slice(found, 0, room);
        parties.forEach(part::party);
        if (!parties.isEmpty()) {
            holdings(part, subjects, new HashSet<>(parties));
            List<Transfer> transfers = graph.transfers(
                    versions, parties.get(0), parties.get(parties.size() - 1), NetworkPart.MOST_EDGES + 1);
            paid(part, transfers);
        }
        boolean more = found.size() > room || before > last;
        audit.record(NetworkAct.CASE_NETWORK_READ, file.audited());
        return part.view(more ? token(last) : null);
    }

    /**
     * What other submissions, which the FIU sees, hold of an identifier: who holds it there, and with whom it exchanged
     * money. Nothing for what leads to a protected subject, as for what nobody else holds.
     */
    @Transactional
    NetworkView expand(UUID caseId, ExpandNode node) {
        Cases.Seen file = see(caseId);
        int passed = passed(node.pageToken());
        Identifier identifier = node.identifier();
        List<Source> own = cases.sources(file);
        Set<UUID> ownReferrals = own.stream().map(Source::referralId).collect(Collectors.toSet());
        List<Holder> holders = graph.holders(identifier).stream()
                .filter(holder -> !ownReferrals.contains(holder.referralId()))
                .toList();
        List<Source> sources =
                cases.sourcesOf(holders.stream().map(Holder::referralId).toList());
        List<UUID> versions = graph.seen(sources.stream().map(Source::versionId).toList());
        List<Held> subjects = graph.subjects(versions);
        List<Transfer> transfers = graph.transfersOf(versions, identifier, NetworkPart.MOST_EDGES + 1);
        Party party = Veil.party(identifier);
        Veil veil = new Veil(
                people(Stream.of(own, sources).flatMap(List::stream), protecting(party, subjects, transfers)),
                Stream.of(subjects(own), subjects).flatMap(List::stream).toList());
        NetworkPart part = new NetworkPart(veil);
        String next = null;
        if (veil.told(party).isEmpty()) {
            next = around(part, party, sources, subjects, transfers, passed);
        }
        audit.record(NetworkAct.CASE_NETWORK_EXPANDED, file.audited(), asked.digest(identifier));
        return part.view(next);
    }

    /** Referrals that protect somebody to whom what would be shown leads, although they hold nothing of it in the open. */
    private List<UUID> protecting(Party party, List<Held> subjects, List<Transfer> transfers) {
        Stream<Party> held = subjects.stream()
                .flatMap(row -> row.subject().identifiers().stream())
                .map(Veil::party);
        Stream<Party> paid = transfers.stream().flatMap(row -> Stream.of(row.from(), row.to()));
        return cases.protecting(Stream.of(Stream.of(party), held, paid)
                .flatMap(Function.identity())
                .map(shown -> new ProtectedValue(shown.type(), shown.scope(), shown.value()))
                .collect(Collectors.toSet()));
    }

    private List<Held> subjects(List<Source> sources) {
        return graph.subjects(graph.seen(sources.stream().map(Source::versionId).toList()));
    }

    private @Nullable String around(
            NetworkPart part,
            Party party,
            List<Source> sources,
            List<Held> subjects,
            List<Transfer> transfers,
            int passed) {
        Map<UUID, Source> bySubmission =
                sources.stream().collect(Collectors.toMap(Source::versionId, Function.identity()));
        Map<UUID, Member> members = members(sources);
        List<Runnable> neighbours = new ArrayList<>();
        subjects.stream()
                .filter(row ->
                        row.subject().identifiers().stream().map(Veil::party).anyMatch(party::equals))
                .forEach(row -> neighbours.add(() -> {
                    Source source = bySubmission.get(row.versionId());
                    Member institution = members.get(source.submitter());
                    part.institution(institution);
                    part.subject(row.subject(), source.intakeId());
                    part.referred(institution, row.subject());
                    part.holds(row.subject(), party);
                }));
        if (transfers.size() > NetworkPart.MOST_EDGES) {
            part.hasMoreEdges();
        }
        transfers.stream()
                .limit(NetworkPart.MOST_EDGES)
                .forEach(row -> neighbours.add(() -> {
                    part.party(row.from());
                    part.party(row.to());
                    part.paid(row);
                }));
        if (!neighbours.isEmpty()) {
            part.party(party);
        }
        // a neighbour brings an institution along at most
        int last = Math.min(neighbours.size(), passed + NetworkPart.MOST_NODES / 2 - 1);
        slice(neighbours, passed, last).forEach(Runnable::run);
        return last < neighbours.size() ? token(last) : null;
    }

    /** @throws Problem INVALID for a span that is empty or too long */
    @Transactional
    MoneyFlowView flow(UUID caseId, AskMoneyFlow command) {
        command.check();
        Cases.Seen file = see(caseId);
        List<Source> sources = cases.sources(file);
        List<UUID> versions = graph.seen(sources.stream().map(Source::versionId).toList());
        String by = command.by().name().toLowerCase(Locale.ROOT);
        List<SubmittedGraph.Flow> flows;
        if (command.account() == null) {
            flows = graph.flow(versions, by, command.from(), command.until());
            audit.record(NetworkAct.CASE_MONEY_FLOW_READ, file.audited());
        } else {
            Veil veil = new Veil(people(sources), graph.subjects(versions));
            Identifier account = command.account().identifier();
            flows = veil.told(Veil.party(account)).isPresent()
                    ? List.of()
                    : graph.flowOf(versions, account, by, command.from(), command.until());
            audit.record(NetworkAct.CASE_MONEY_FLOW_READ, file.audited(), asked.digest(account));
        }
        return new MoneyFlowView(flows.stream()
                .map(flow -> new MoneyFlowView.Step(
                        flow.from(), flow.currency(), flow.count(), flow.sum(), flow.in(), flow.out()))
                .toList());
    }

    /** By the day of booking, the newest first. */
    @Transactional
    Page<TransactionView> transactions(UUID caseId, PageRequest page) {
        Cases.Seen file = see(caseId);
        List<Source> sources = cases.sources(file);
        List<UUID> versions = graph.seen(sources.stream().map(Source::versionId).toList());
        ProtectedPeople people = people(sources);
        Veil veil = new Veil(people, graph.subjects(versions));
        Page<TransactionView> rows = Page.of(graph.transactions(versions, page), page.size(), TransactionView::id)
                .map(people::mask)
                .map(veil::over);
        audit.record(NetworkAct.CASE_TRANSACTIONS_READ, file.audited());
        return rows;
    }

    private static void holdings(NetworkPart part, List<Held> subjects, Set<Party> shown) {
        for (Held row : subjects) {
            row.subject().identifiers().stream()
                    .map(Veil::party)
                    .filter(shown::contains)
                    .forEach(held -> part.holds(row.subject(), held));
        }
    }

    private static void paid(NetworkPart part, List<Transfer> transfers) {
        transfers.stream().limit(NetworkPart.MOST_EDGES).forEach(part::paid);
        if (transfers.size() > NetworkPart.MOST_EDGES) {
            part.hasMoreEdges();
        }
    }

    private Cases.Seen see(UUID caseId) {
        purpose.requirePersonLevel(current.get());
        return cases.see(caseId);
    }

    private ProtectedPeople people(List<Source> sources) {
        return people(sources.stream(), List.of());
    }

    private ProtectedPeople people(Stream<Source> sources, List<UUID> referrals) {
        return submissions.protectedIn(Stream.concat(sources.map(Source::referralId), referrals.stream())
                .collect(Collectors.toSet()));
    }

    private Map<UUID, Member> members(List<Source> sources) {
        return directory.byId(sources.stream().map(Source::submitter).collect(Collectors.toSet()));
    }

    private static <T> List<T> slice(List<T> rows, int from, int to) {
        int first = Math.min(Math.max(0, from), rows.size());
        return rows.subList(first, Math.min(Math.max(first, to), rows.size()));
    }

    /** How many nodes were shown before. */
    private static int passed(@Nullable String token) {
        PageRequest page = PageRequest.of(null, token);
        if (page.isFirst()) {
            return 0;
        }
        long passed = page.before().getLeastSignificantBits();
        if (page.before().getMostSignificantBits() != 0 || passed < 0 || passed > Integer.MAX_VALUE / 2) {
            throw Problem.invalid("page_token", "unusable");
        }
        return (int) passed;
    }

    private static String token(int passed) {
        return PageRequest.token(new UUID(0, passed));
    }
}
