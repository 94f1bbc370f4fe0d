package org.simpul.casework.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.AgeBand;
import org.simpul.referral.Party;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;

/**
 * A part of a network: at most 500 nodes, and the edges of which one end stands in it and the other here or in a part
 * before.
 *
 * @param moreEdges whether there are more edges than the answer holds: expand a node, or look at the money flow
 * @param nextPageToken of the part behind; null where there is none
 */
@Schema(name = "Network")
record NetworkView(List<Node> nodes, List<Edge> edges, boolean moreEdges, @Nullable String nextPageToken) {

    /** What a node is. */
    enum NodeKind {
        INSTITUTION,
        SUBJECT,
        IDENTIFIER
    }

    /** What connects two nodes. */
    enum EdgeKind {
        /** An institution and a subject that it referred. */
        REFERRED,
        /** A subject and an identifier that it holds. */
        HOLDS,
        /** Money between two accounts, in one currency. */
        PAID
    }

    /**
     * A node. A protected subject is its reference, its roles and its age band, wherever it stands.
     *
     * @param id names it within the network
     * @param name of an institution, or of a subject that is not protected
     * @param subject null for others
     * @param identifier null for others
     */
    @Schema(name = "NetworkNode")
    record Node(
            String id,
            NodeKind kind,
            @Nullable String name,
            @Nullable SubjectNode subject,
            @Nullable Party identifier) {}

    /**
     * What is known of a subject.
     *
     * @param intakeId null where the reference alone is known
     */
    @Schema(name = "NetworkSubject")
    record SubjectNode(
            String reference,
            @JsonProperty("protected") boolean isProtected,
            @Nullable SubjectKind kind,
            List<SubjectRole> roles,
            @Nullable AgeBand ageBand,
            @Nullable UUID intakeId) {}

    /**
     * An edge.
     *
     * @param from id of a node
     * @param to id of a node
     * @param transfers null where no money went
     */
    @Schema(name = "NetworkEdge")
    record Edge(EdgeKind kind, String from, String to, @Nullable Transfers transfers) {}

    /** How much went, how often and when. */
    @Schema(name = "NetworkTransfers")
    record Transfers(String currency, long count, BigDecimal sum, LocalDate first, LocalDate last) {

        Transfers and(Transfers other) {
            return new Transfers(
                    currency,
                    count + other.count,
                    sum.add(other.sum),
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }
}
