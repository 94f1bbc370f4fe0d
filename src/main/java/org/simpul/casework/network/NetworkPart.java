package org.simpul.casework.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.casework.network.NetworkView.Edge;
import org.simpul.casework.network.NetworkView.EdgeKind;
import org.simpul.casework.network.NetworkView.Node;
import org.simpul.casework.network.NetworkView.NodeKind;
import org.simpul.casework.network.NetworkView.SubjectNode;
import org.simpul.casework.network.NetworkView.Transfers;
import org.simpul.referral.Party;
import org.simpul.referral.SubjectView;
import org.simpul.referral.SubmittedGraph.Transfer;

/** One part of a network on its way to the answer: each node and each edge once, behind the veil. */
final class NetworkPart {
    static final int MOST_NODES = 500;
    static final int MOST_EDGES = 2_000;

    private record Between(EdgeKind kind, String from, String to, @Nullable String currency) {}

    private final Veil veil;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Between, Edge> edges = new LinkedHashMap<>();
    private boolean moreEdges;

    NetworkPart(Veil veil) {
        this.veil = veil;
    }

    void institution(Member institution) {
        nodes.put(
                institution.alias(),
                new Node(institution.alias(), NodeKind.INSTITUTION, institution.name(), null, null));
    }

    void subject(SubjectView subject, UUID intakeId) {
        Optional<String> told = veil.told(subject);
        String id = told.orElseGet(() -> subject.id().toString());
        boolean known = told.isEmpty() || subject.isProtected();
        nodes.merge(
                id,
                new Node(
                        id,
                        NodeKind.SUBJECT,
                        told.isPresent() ? null : subject.name(),
                        new SubjectNode(
                                told.orElseGet(subject::reference),
                                told.isPresent(),
                                known ? subject.kind() : null,
                                known ? subject.roles() : List.of(),
                                known ? subject.ageBand() : null,
                                known ? intakeId : null),
                        null),
                // who is protected tells more of herself than who was masked for her
                (before, now) -> known ? now : before);
    }

    void party(Party party) {
        Optional<String> told = veil.told(party);
        if (told.isPresent()) {
            reference(told.get());
        } else {
            nodes.putIfAbsent(id(party), new Node(id(party), NodeKind.IDENTIFIER, null, null, party));
        }
    }

    private void reference(String reference) {
        nodes.putIfAbsent(
                reference,
                new Node(
                        reference,
                        NodeKind.SUBJECT,
                        null,
                        new SubjectNode(reference, true, null, List.of(), null, null),
                        null));
    }

    void referred(Member institution, SubjectView subject) {
        put(EdgeKind.REFERRED, institution.alias(), id(subject), null);
    }

    /** What tells who is protected is her own node, and needs no edge. */
    void holds(SubjectView subject, Party party) {
        if (veil.told(subject).isEmpty() && veil.told(party).isEmpty()) {
            put(EdgeKind.HOLDS, id(subject), id(party), null);
        }
    }

    void paid(Transfer row) {
        put(
                EdgeKind.PAID,
                id(row.from()),
                id(row.to()),
                new Transfers(row.currency(), row.count(), row.sum(), row.first(), row.last()));
    }

    private void put(EdgeKind kind, String from, String to, @Nullable Transfers transfers) {
        Between between = new Between(kind, from, to, transfers == null ? null : transfers.currency());
        if (edges.size() >= MOST_EDGES && !edges.containsKey(between)) {
            moreEdges = true;
            return;
        }
        edges.merge(between, new Edge(kind, from, to, transfers), NetworkPart::both);
    }

    private static Edge both(Edge one, Edge other) {
        return one.transfers() == null || other.transfers() == null
                ? one
                : new Edge(one.kind(), one.from(), one.to(), one.transfers().and(other.transfers()));
    }

    private String id(SubjectView subject) {
        return veil.told(subject).orElseGet(() -> subject.id().toString());
    }

    private String id(Party party) {
        return veil.told(party).orElseGet(() -> party.type() + "|" + party.scope() + "|" + party.value());
    }

    void hasMoreEdges() {
        moreEdges = true;
    }

    NetworkView view(@Nullable String next) {
        return new NetworkView(List.copyOf(nodes.values()), new ArrayList<>(edges.values()), moreEdges, next);
    }
}
