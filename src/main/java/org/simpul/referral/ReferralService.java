package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.OpenDrafts.Draft;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.Reference;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Drafts: begun, read, listed, written. */
@ApplicationScoped
public class ReferralService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OpenDrafts drafts;
    private final TellingTexts telling;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final TeamRepository teams;
    private final NoticeRepository notices;
    private final ReferralReader reader;
    private final PeopleDirectory people;
    private final FieldRules rules;
    private final AuditLog audit;
    private final InstantSource clock;

    ReferralService(
            CurrentCaller current,
            AccessPolicy policy,
            OpenDrafts drafts,
            TellingTexts telling,
            ReferralRepository referrals,
            VersionRepository versions,
            TeamRepository teams,
            NoticeRepository notices,
            ReferralReader reader,
            PeopleDirectory people,
            FieldRules rules,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.drafts = drafts;
        this.telling = telling;
        this.referrals = referrals;
        this.versions = versions;
        this.teams = teams;
        this.notices = notices;
        this.reader = reader;
        this.people = people;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Edited<ReferralView> draft(ReferralFields fields) {
        Caller caller = current.get();
        rules.require(fields);
        Referral referral = Referral.begun(Ids.next(), caller, Reference.random("R"), clock.instant());
        referrals.persist(referral);
        teams.join(referral, caller.person(), caller.person(), referral.createdAt);
        // who begins it is on its team before it may be restricted to that
        referrals.flush();
        referral.concernStaff(fields.concernsStaff());
        ReferralVersion version = ReferralVersion.first(referral, Ids.next());
        fields.writeTo(version);
        versions.persist(version);
        ReferralView view = reader.read(referral, version);
        audit.record(ReferralAct.REFERRAL_DRAFTED, object(referral));
        return new Edited<>(view, referral.revision);
    }

    @Transactional
    public Page<ReferralSummary> list(PageRequest page) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Page<Referral> rows = Page.of(referrals.newest(scope, page), page.size(), referral -> referral.id);
        List<UUID> ids = rows.items().stream().map(referral -> referral.id).toList();
        Map<UUID, VersionHead> heads = new HashMap<>();
        Map<UUID, Notice> last = new HashMap<>();
        if (!ids.isEmpty()) {
            versions.heads(scope, ids).forEach(head -> heads.merge(head.referralId(), head, VersionHead::after));
            notices.last(scope, ids).forEach(notice -> last.put(notice.objectId, notice));
        }
        audit.record(ReferralAct.REFERRAL_LISTED, AuditedObject.list("REFERRAL"));
        return rows.map(referral -> {
            VersionHead head = heads.get(referral.id);
            Notice notice = last.get(referral.id);
            return new ReferralSummary(
                    referral.id,
                    referral.reference,
                    referral.status,
                    head.urgency(),
                    head.sealedAt(),
                    notice == null ? null : notice.kind,
                    notice == null ? null : notice.formCode);
        });
    }

    @Transactional
    Edited<ReferralView> read(UUID id) {
        Referral referral = find(id);
        ReferralView view = reader.read(referral, versions.newest(referral));
        audit.record(ReferralAct.REFERRAL_READ, object(referral));
        return new Edited<>(view, referral.revision);
    }

    @Transactional
    VersionView version(UUID id, int number) {
        Referral referral = find(id);
        ReferralVersion version = versions.numbered(referral, number).orElseThrow(Problem::notFound);
        VersionView view = reader.read(referral, version).version();
        audit.record(ReferralAct.REFERRAL_VERSION_READ, object(referral), "version " + number);
        return view;
    }

    @Transactional
    Edited<ReferralView> edit(UUID id, @Nullable String ifMatch, ReferralFields fields) {
        Draft draft = drafts.open(id, ifMatch);
        telling.refuse(draft.version().id, fields);
        rules.require(fields);
        fields.writeTo(draft.version());
        draft.referral().concernStaff(fields.concernsStaff());
        drafts.written(draft);
        ReferralView view = reader.read(draft.referral(), draft.version());
        audit.record(ReferralAct.REFERRAL_EDITED, object(draft.referral()));
        return new Edited<>(view, draft.referral().revision);
    }

    @Transactional
    Edited<ReferralView> setTeam(UUID id, @Nullable String ifMatch, Team team) {
        Caller caller = current.get();
        Referral referral = drafts.hold(id);
        EntityTags.requireMatch(ifMatch, referral.revision);
        Set<UUID> wanted = resolve(caller, team.logins());
        referral.restrict(team.restricted(), caller);
        if (referral.restricted && !caller.passesTeams() && !wanted.contains(caller.person())) {
            throw Problem.invalid("logins", "stays_on_the_team");
        }
        Set<UUID> present = new HashSet<>(teams.of(referral));
        teams.leave(
                referral,
                present.stream().filter(person -> !wanted.contains(person)).toList());
        wanted.stream()
                .filter(person -> !present.contains(person))
                .forEach(person -> teams.join(referral, person, caller.person(), clock.instant()));
        referral.touched(clock.instant());
        ReferralView view = reader.read(referral, versions.newest(referral));
        audit.record(ReferralAct.REFERRAL_TEAM_SET, object(referral), wanted.toString());
        return new Edited<>(view, referral.revision);
    }

    @Transactional
    Page<NoticeView> notices(UUID id, PageRequest page) {
        Referral referral = find(id);
        Page<Notice> rows = Page.of(
                notices.newest(policy.visibility(current.get()), referral.id, page), page.size(), notice -> notice.id);
        audit.record(ReferralAct.NOTICE_LISTED, object(referral));
        return rows.map(NoticeView::from);
    }

    /** @throws Problem INVALID for who is not known, whatever the cause */
    private Set<UUID> resolve(Caller caller, List<String> logins) {
        Map<String, UUID> known = people.active(caller.participantId(), logins);
        List<Violation> violations = IntStream.range(0, logins.size())
                .filter(i -> !known.containsKey(logins.get(i)))
                .mapToObj(i -> new Violation("logins[" + i + "]", "unknown_person"))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return Set.copyOf(known.values());
    }

    private Referral find(UUID id) {
        return referrals.find(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }

    private static AuditedObject object(Referral referral) {
        return new AuditedObject("REFERRAL", referral.id, referral.owner);
    }
}
