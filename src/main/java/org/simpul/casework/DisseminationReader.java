package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.identifier.Identifier;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Problem;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.OnwardLedger;
import org.simpul.sharing.Received;
import org.simpul.sharing.Visibility;

/** Puts a dissemination together, and takes its digest. */
@ApplicationScoped
class DisseminationReader {
    private final DisseminationRepository repository;
    private final ResponseRepository responses;
    private final ParticipantDirectory directory;
    private final Recipients recipients;
    private final ContentDigests digests;
    private final OnwardLedger onward;

    DisseminationReader(
            DisseminationRepository repository,
            ResponseRepository responses,
            ParticipantDirectory directory,
            Recipients recipients,
            ContentDigests digests,
            OnwardLedger onward) {
        this.repository = repository;
        this.responses = responses;
        this.directory = directory;
        this.recipients = recipients;
        this.digests = digests;
        this.onward = onward;
    }

    /** As the caller sees it. */
    DisseminationView view(Caller caller, Visibility scope, DisseminationVersion version) {
        UUID newest = repository.ofDissemination(scope, version).get(0).id;
        UUID newer = newest.equals(version.id) ? null : newest;
        if (isDesk(caller)) {
            Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
            return view(version, newer, null, desk(file, version), null);
        }
        Progress progress = Progress.of(responses.kinds(scope, List.of(version)).getOrDefault(version.id, List.of()));
        return view(
                version, newer, progress, null, handedOn(List.of(version.id)).get(version.id));
    }

    /** As each recipient sees it at its delivery. */
    DisseminationView delivered(DisseminationVersion version) {
        return view(version, null, Progress.DELIVERED, null, null);
    }

    private DisseminationView view(
            DisseminationVersion version,
            @Nullable UUID newer,
            @Nullable Progress progress,
            @Nullable DisseminationDesk desk,
            @Nullable Received handedOn) {
        UUID giver = handedOn == null ? version.owner : handedOn.giver();
        Map<UUID, Member> members = directory.byId(List.of(version.owner, giver));
        return new DisseminationView(
                version.id,
                members.get(version.owner).name(),
                handedOn == null ? null : members.get(giver).name(),
                version.sealedAt,
                newer,
                content(version, handedOn),
                progress,
                desk);
    }

    /** How those of the versions came that their owner has not given the caller: by whom, and under which terms. */
    Map<UUID, Received> handedOn(Collection<UUID> versions) {
        return onward.received(ObjectKind.DISSEMINATION_VERSION, versions).stream()
                .collect(Collectors.toMap(row -> row.version().id(), row -> row, (first, later) -> first))
                .values()
                .stream()
                .filter(row -> !row.isFromItsOwner())
                .collect(Collectors.toMap(row -> row.version().id(), row -> row));
    }

    static boolean isDesk(Caller caller) {
        return caller.kind() == ParticipantKind.FIU;
    }

    /**
     * What tells somebody who was protected afterwards is masked; where the caveats are, so is what was added to them.
     *
     * @param version loaded in scope
     * @param handedOn how it came; null for straight from its owner
     */
    DisseminationContent content(DisseminationVersion version, @Nullable Received handedOn) {
        Masks masks = Masks.of(repository.masks(List.of(version.id)));
        List<DisseminationIdentifier> identifiers = repository.identifiers(version).stream()
                .filter(row -> !masks.hide(row.id, MaskedPart.IDENTIFIER))
                .toList();
        Map<UUID, List<Identifier>> held = identifiers.stream()
                .filter(row -> row.subjectId != null)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.subjectId),
                        Collectors.mapping(DisseminationIdentifier::identifier, Collectors.toList())));
        return new DisseminationContent(
                version.reference,
                version.product,
                Objects.requireNonNull(masks.text(version.id, MaskedPart.LETTER_NUMBER, version.letterNumber)),
                version.letterDate,
                Objects.requireNonNull(masks.text(version.id, MaskedPart.TITLE, version.title)),
                Objects.requireNonNull(masks.text(version.id, MaskedPart.NARRATIVE, version.narrative)),
                version.predicateOffence,
                version.legalBasis,
                version.purpose,
                version.intelligenceOnly,
                masks.text(version.id, MaskedPart.CAVEATS, caveats(version, handedOn, masks)),
                version.egmontReference,
                handedOn == null ? version.handling() : handedOn.handling(),
                handedOn == null && version.exportAllowed,
                repository.subjects(version).stream()
                        .map(row -> subject(row, held.getOrDefault(row.id, List.of()), masks))
                        .toList(),
                identifiers.stream()
                        .filter(row -> row.subjectId == null)
                        .map(DisseminationIdentifier::identifier)
                        .toList(),
                repository.transactions(version).stream()
                        .map(row -> DisseminatedTransaction.from(row, masks))
                        .toList());
    }

    private static @Nullable String caveats(DisseminationVersion version, @Nullable Received handedOn, Masks masks) {
        return handedOn == null
                ? version.caveats
                : masks.text(version.id, MaskedPart.ADDED_CAVEATS, handedOn.caveats());
    }

    private static DisseminatedSubject subject(DisseminationSubject row, List<Identifier> held, Masks masks) {
        boolean hidden = row.isProtected || masks.hide(row.id, MaskedPart.SUBJECT);
        return new DisseminatedSubject(
                row.reference,
                row.kind,
                row.roles(),
                hidden,
                row.ageBand,
                hidden ? null : row.name,
                hidden ? List.of() : held);
    }

    /** @param file the FIU's own, loaded in scope */
    DisseminationDesk desk(Dissemination file, DisseminationVersion version) {
        return new DisseminationDesk(
                version.id,
                file.caseId,
                version.number,
                version.status(file),
                version.revision,
                version.digest,
                file.returnReason,
                version.aloneActId,
                version.standingRuleId,
                recipients.views(version));
    }

    /** @return SHA-256 over content and recipients, in hexadecimal: what is approved is what was handed over */
    String digest(DisseminationVersion version) {
        return digests.of(List.of(content(version, null), recipients.views(version)));
    }
}
