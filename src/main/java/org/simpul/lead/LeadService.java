package org.simpul.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.PaymentIdentifier;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Pap;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Tlp;

/** Leads: given by partners, who learn that they came and nothing else, and read by the FIU. */
@ApplicationScoped
class LeadService {
    static final String KIND = "LEAD";

    /** The FIU takes what the public tells it (UU 8/2010, article 44 paragraph 1). */
    private static final String LEGAL_BASIS = "UU_8_2010_ART_44";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final LeadRepository repository;
    private final Ledger ledger;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    LeadService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            LeadRepository repository,
            Ledger ledger,
            ParticipantDirectory directory,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.ledger = ledger;
        this.directory = directory;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID for what is no payment identifier or has no canonical form */
    @Transactional
    LeadReceipt submit(SubmitLead command) {
        Caller caller = current.get();
        List<Identifier> identifiers = PaymentIdentifier.canonical("identifiers", command.identifiers());
        Lead lead = new Lead();
        lead.id = Ids.next();
        lead.owner = caller.participantId();
        lead.source = command.source();
        lead.observedOn = command.observedOn();
        lead.childAtRisk = command.childAtRisk();
        lead.submittedBy = caller.person();
        lead.receivedAt = clock.instant();
        repository.persistAndFlush(lead);
        identifiers.forEach(identifier -> repository.getEntityManager().persist(LeadIdentifier.of(lead, identifier)));
        repository.flush();
        lead.sealedAt = lead.receivedAt;
        UUID fiu = directory.fiu().id();
        ledger.disclose(
                new SharedVersion(ObjectKind.LEAD, lead.id, lead.owner),
                Audience.participant(fiu),
                new Terms(
                        lead.childAtRisk ? Purpose.CHILD_AT_RISK : Purpose.PREDICATE_OFFENCE,
                        LEGAL_BASIS,
                        new Handling(Tlp.AMBER_STRICT, Pap.RED),
                        null,
                        lead.submittedBy,
                        null,
                        lead.receivedAt,
                        null));
        notifications.put(new Notification(fiu, null, Permission.LEAD_READ, KIND, lead.id, lead.childAtRisk));
        audit.record(LeadAct.LEAD_SUBMITTED, audited(lead));
        return LeadReceipt.of(lead);
    }

    /** One's own, newest first; each says that it came. */
    @Transactional
    Page<LeadReceipt> receipts(PageRequest page) {
        Page<Lead> leads =
                Page.of(repository.given(policy.visibility(current.get()), page), page.size(), lead -> lead.id);
        audit.record(LeadAct.LEAD_RECEIPT_LISTED, AuditedObject.list(KIND));
        return leads.map(LeadReceipt::of);
    }

    @Transactional
    Page<LeadSummary> list(PageRequest page) {
        Page<Lead> leads =
                Page.of(repository.received(policy.visibility(current.get()), page), page.size(), lead -> lead.id);
        Map<UUID, Member> partners =
                directory.byId(leads.items().stream().map(lead -> lead.owner).collect(Collectors.toSet()));
        audit.record(LeadAct.LEAD_LISTED, AuditedObject.list(KIND));
        return leads.map(lead -> new LeadSummary(
                lead.id,
                partners.get(lead.owner).name(),
                lead.source,
                lead.observedOn,
                lead.childAtRisk,
                lead.receivedAt));
    }

    /** @throws Problem NOT_FOUND, PURPOSE_REQUIRED */
    @Transactional
    LeadView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Lead lead = repository.find(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        LeadView view = new LeadView(
                lead.id,
                directory.byId(List.of(lead.owner)).get(lead.owner).name(),
                lead.source,
                lead.observedOn,
                lead.childAtRisk,
                lead.receivedAt,
                repository.identifiers(lead));
        audit.record(LeadAct.LEAD_READ, audited(lead));
        return view;
    }

    private static AuditedObject audited(Lead lead) {
        return new AuditedObject(KIND, lead.id, lead.owner);
    }
}
