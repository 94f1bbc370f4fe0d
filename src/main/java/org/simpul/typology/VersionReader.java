package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.WorkingGroupDirectory;
import org.simpul.access.WorkingGroupDirectory.Group;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Visibility;

/** Tells a version to a reader: everybody the content, its owner the workings as well. */
@ApplicationScoped
class VersionReader {
    private final TypologyRepository repository;
    private final RetirementRepository retirements;
    private final ContentDigest digests;
    private final ParticipantDirectory directory;
    private final WorkingGroupDirectory groups;

    VersionReader(
            TypologyRepository repository,
            RetirementRepository retirements,
            ContentDigest digests,
            ParticipantDirectory directory,
            WorkingGroupDirectory groups) {
        this.repository = repository;
        this.retirements = retirements;
        this.digests = digests;
        this.directory = directory;
        this.groups = groups;
    }

    /** @param file null when the caller's participant does not own the typology */
    TypologyView view(Caller caller, Visibility scope, TypologyVersion version, @Nullable Typology file) {
        boolean own = caller.participantId().equals(version.owner);
        TypologyContent content = version.content(repository.flags(version));
        Retirement retirement = retirements.standing(scope, version.typologyId).orElse(null);
        return new TypologyView(
                version.typologyId,
                version.id,
                version.number,
                status(scope, version, file, retirement),
                content,
                Checked.of(content),
                version.sealedAt,
                own ? digest(version, content) : null,
                own ? workings(version) : null,
                retirement == null ? null : RetirementView.from(retirement),
                version.revision);
    }

    private TypologyStatus status(
            Visibility scope, TypologyVersion version, @Nullable Typology file, @Nullable Retirement retirement) {
        if (retirement != null && retirement.sealedAt != null) {
            return TypologyStatus.RETIRED;
        }
        boolean newer = version.sealedAt != null
                && repository
                        .newestPublished(scope, version.typologyId)
                        .filter(newest -> newest.number > version.number)
                        .isPresent();
        return newer ? TypologyStatus.SUPERSEDED : status(version, file);
    }

    /** A sealed version is published, whatever the file's newest one is. */
    static TypologyStatus status(TypologyVersion version, @Nullable Typology file) {
        return version.sealedAt != null || file == null ? TypologyStatus.PUBLISHED : file.status;
    }

    String digest(TypologyVersion version) {
        return digest(version, version.content(repository.flags(version)));
    }

    private String digest(TypologyVersion version, TypologyContent content) {
        return version.digest != null ? version.digest : digests.of(version, content);
    }

    private TypologyView.Workings workings(TypologyVersion version) {
        return new TypologyView.Workings(
                version.author,
                List.of(version.writtenBy),
                version.handedOverBy,
                version.approvedBy,
                version.returnReason,
                version.handedOverBy == null ? null : recipients(version.owner, version.audience()));
    }

    private Recipients recipients(UUID owner, Audience audience) {
        Map<UUID, Member> named = directory.byId(audience.participants());
        TreeSet<String> reached = new TreeSet<>();
        named.values().forEach(member -> reached.add(member.name()));
        if (!audience.communities().isEmpty()) {
            directory.admitted(audience.communities()).forEach(member -> reached.add(member.name()));
        }
        Collection<Group> circles = groups.owned(owner, audience.groups()).values();
        circles.forEach(group -> group.members().forEach(member -> reached.add(member.name())));
        return new Recipients(
                audience.communities().stream().map(Enum::name).sorted().toList(),
                named.values().stream().map(Member::name).sorted().toList(),
                circles.stream().map(Group::name).sorted().toList(),
                List.copyOf(reached));
    }
}
