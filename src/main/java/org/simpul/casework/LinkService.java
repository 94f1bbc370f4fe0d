package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.casework.IntakeLinks.Suppressed;
import org.simpul.lead.LeadMatch;
import org.simpul.lead.LeadMatches;
import org.simpul.lead.Leads;
import org.simpul.referral.SharedName;
import org.simpul.referral.SharedNames;
import org.simpul.referral.SharedValue;
import org.simpul.referral.Submissions;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What links a referral to others, computed when it is asked: a fact for the FIU alone. */
@ApplicationScoped
public class LinkService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final IntakeRepository intakes;
    private final Submissions submissions;
    private final Links links;
    private final Leads leads;
    private final ParticipantDirectory directory;
    private final CaseworkConfig config;
    private final AuditLog audit;

    LinkService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            IntakeRepository intakes,
            Submissions submissions,
            Links links,
            Leads leads,
            ParticipantDirectory directory,
            CaseworkConfig config,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.intakes = intakes;
        this.submissions = submissions;
        this.links = links;
        this.leads = leads;
        this.directory = directory;
        this.config = config;
        this.audit = audit;
    }

    /** @throws Problem NOT_FOUND, PURPOSE_REQUIRED */
    @Transactional
    public IntakeLinks of(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Intake intake = intakes.find(scope, id).orElseThrow(Problem::notFound);
        Links.Found values = links.of(scope, intake);
        SharedNames names = submissions.sharedNames(intake.versionId, config.namesAlikeFrom());
        Others others = others(scope, values, names);
        List<LinkView> items = new ArrayList<>();
        values.telling().forEach(value -> value.holders().forEach(holder -> others.add(items, value, holder)));
        names.names().forEach(name -> others.add(items, name));
        LeadMatches led = leads.matching(
                caller,
                submissions.values(intake.versionId).stream()
                        .filter(value -> !values.suppressed().containsKey(value))
                        .toList());
        addLeads(items, led.matches());
        audit.record(CaseworkAct.INTAKE_LINKS_READ, IntakeService.audited(intake), String.valueOf(items.size()));
        return new IntakeLinks(items, suppressed(values, names), values.leftOut(), names.more() || led.more());
    }

    private void addLeads(List<LinkView> items, List<LeadMatch> matches) {
        Map<UUID, Member> partners =
                directory.byId(matches.stream().map(LeadMatch::from).collect(Collectors.toSet()));
        matches.forEach(match -> items.add(new LinkView(
                LinkKind.LEAD,
                match.identifier(),
                null,
                null,
                null,
                null,
                null,
                match.leadId(),
                partners.get(match.from()).name())));
    }

    private Others others(Visibility scope, Links.Found values, SharedNames names) {
        Set<UUID> referrals = new HashSet<>();
        values.telling().forEach(value -> value.holders().forEach(holder -> referrals.add(holder.referralId())));
        names.names().forEach(name -> referrals.add(name.referralId()));
        Map<UUID, Intake> others = intakes.ofReferrals(scope, referrals).stream()
                .collect(Collectors.toMap(other -> other.referralId, Function.identity()));
        return new Others(
                others,
                directory.byId(others.values().stream()
                        .map(other -> other.referralOwner)
                        .collect(Collectors.toSet())));
    }

    private static List<Suppressed> suppressed(Links.Found values, SharedNames names) {
        List<Suppressed> suppressed = new ArrayList<>();
        values.suppressed()
                .forEach((identifier, reason) ->
                        suppressed.add(new Suppressed(LinkKind.IDENTIFIER, identifier, null, reason)));
        names.common().stream()
                .sorted()
                .forEach(subject ->
                        suppressed.add(new Suppressed(LinkKind.NAME, null, subject, SuppressionReason.COMMON_NAME)));
        return suppressed;
    }

    /** The other referrals' intakes; one that the clerk has not taken in yet is not among them. */
    private record Others(Map<UUID, Intake> byReferral, Map<UUID, Member> submitters) {

        void add(List<LinkView> items, SharedValue value, SharedValue.Holder holder) {
            Intake other = byReferral.get(holder.referralId());
            if (other != null) {
                items.add(new LinkView(
                        LinkKind.IDENTIFIER,
                        value.identifier(),
                        null,
                        null,
                        null,
                        other.id,
                        other.reference,
                        null,
                        from(other)));
            }
        }

        void add(List<LinkView> items, SharedName name) {
            Intake other = byReferral.get(name.referralId());
            if (other != null) {
                items.add(new LinkView(
                        LinkKind.NAME,
                        null,
                        name.subject(),
                        name.otherSubject(),
                        name.likeness(),
                        other.id,
                        other.reference,
                        null,
                        from(other)));
            }
        }

        private String from(Intake intake) {
            return submitters.get(intake.referralOwner).name();
        }
    }
}
