package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.identifier.Identifier;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Problem;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;

/** Puts a hold together, as its owner or the other side sees it. */
@ApplicationScoped
class HoldReader {
    private final HoldRepository repository;
    private final Origins origins;
    private final ParticipantDirectory directory;
    private final ContentDigests digests;
    private final InstantSource clock;

    HoldReader(
            HoldRepository repository,
            Origins origins,
            ParticipantDirectory directory,
            ContentDigests digests,
            InstantSource clock) {
        this.repository = repository;
        this.origins = origins;
        this.directory = directory;
        this.digests = digests;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND */
    HoldView view(Caller caller, Visibility scope, UUID id) {
        List<HoldVersion> versions = repository.versions(scope, List.of(id));
        if (versions.isEmpty()) {
            throw Problem.notFound();
        }
        List<HoldVersion> sealed =
                versions.stream().filter(version -> version.sealedAt != null).toList();
        HoldVersion shown = sealed.isEmpty() ? versions.get(0) : sealed.get(sealed.size() - 1);
        List<HoldAnswer> answers = repository.answers(scope, List.of(id));
        boolean own = shown.owner.equals(caller.participantId());
        Hold file = own ? repository.files(scope, List.of(id)).get(0) : null;
        Map<UUID, Member> members = directory.byId(List.of(shown.owner, shown.institution));
        return new HoldView(
                id,
                shown.reference,
                shown.kind,
                file == null ? progress(sealed, answers, clock.instant()) : file.status,
                members.get(shown.owner).name(),
                members.get(shown.institution).name(),
                shown.measure,
                handling(shown),
                shown.ground,
                shown.legalBasis,
                repository.accounts(shown),
                shown.amount,
                shown.currency,
                shown.startsAt,
                shown.endsAt,
                sealed.stream().map(HoldView.Step::from).toList(),
                answers.stream().map(HoldView.Answer::from).toList(),
                file == null ? null : desk(scope, file, versions));
    }

    private HoldView.Desk desk(Visibility scope, Hold file, List<HoldVersion> versions) {
        HoldVersion open = versions.get(versions.size() - 1);
        boolean waits = open.sealedAt == null;
        return new HoldView.Desk(
                file.revision,
                waits ? HoldView.Step.from(open) : null,
                waits ? open.digest : null,
                file.returnReason,
                origins.seen(repository.origins(scope, file)));
    }

    static Handling handling(HoldVersion version) {
        return new Handling(Tlp.AMBER_STRICT, version.measure.pap());
    }

    /** How far it is for who sees its sealed versions alone, out of nothing but what both sides know. */
    static HoldStatus progress(List<HoldVersion> sealed, List<HoldAnswer> answers, Instant now) {
        HoldVersion newest = sealed.get(sealed.size() - 1);
        if (has(answers, AnswerKind.REFUSED)) {
            return HoldStatus.REFUSED;
        }
        if (newest.step == VersionStep.RELEASE || has(answers, AnswerKind.RELEASED)) {
            return HoldStatus.RELEASED;
        }
        if (isOver(newest, now)) {
            return HoldStatus.EXPIRED;
        }
        if (newest.step == VersionStep.EXTENSION) {
            return HoldStatus.EXTENDED;
        }
        return newest.kind == HoldKind.POSTPONEMENT || has(answers, AnswerKind.EXECUTED)
                ? HoldStatus.EXECUTED
                : HoldStatus.REQUESTED;
    }

    static boolean isOver(HoldVersion newest, Instant now) {
        return newest.step == VersionStep.RELEASE || newest.endsAt != null && !newest.endsAt.isAfter(now);
    }

    static boolean has(List<HoldAnswer> answers, AnswerKind kind) {
        return answers.stream().anyMatch(answer -> answer.kind == kind);
    }

    /** What a second person decides on. */
    private record Content(
            UUID hold,
            int number,
            VersionStep step,
            HoldKind kind,
            HoldMeasure measure,
            HoldGround ground,
            String legalBasis,
            String officialReference,
            LocalDate officialDate,
            UUID institution,
            int workingDays,
            @Nullable Instant startsAt,
            @Nullable String amount,
            @Nullable String currency,
            List<Identifier> accounts) {}

    /** @return SHA-256 in hexadecimal: what is approved is what was handed over */
    String digest(HoldVersion version) {
        return digests.of(new Content(
                version.holdId,
                version.number,
                version.step,
                version.kind,
                version.measure,
                version.ground,
                version.legalBasis,
                version.officialReference,
                version.officialDate,
                version.institution,
                version.workingDays,
                version.startsAt,
                plain(version.amount),
                version.currency,
                repository.accounts(version)));
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }
}
