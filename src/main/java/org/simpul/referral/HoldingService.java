package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.OpenDrafts.Draft;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/** What stands in for attachments: documents named, and records that the institution holds (R2). */
@ApplicationScoped
class HoldingService {
    private final OpenDrafts drafts;
    private final TellingTexts telling;
    private final HoldingRepository holdings;
    private final AuditLog audit;

    HoldingService(OpenDrafts drafts, TellingTexts telling, HoldingRepository holdings, AuditLog audit) {
        this.drafts = drafts;
        this.telling = telling;
        this.holdings = holdings;
        this.audit = audit;
    }

    @Transactional
    Edited<NameDocuments> nameDocuments(UUID referralId, @Nullable String ifMatch, NameDocuments named) {
        Draft draft = drafts.open(referralId, ifMatch);
        List<DocumentReference> documents = named.documentReferences();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            if (!documents.get(i).canBeAskedFor()) {
                violations.add(new Violation("document_references[" + i + "].number", "document_unnamed"));
            }
        }
        refuse(violations);
        telling.refuse(draft.version().id, named);
        holdings.replaceDocuments(draft.version(), documents);
        drafts.written(draft);
        audit.record(ReferralAct.REFERRAL_DOCUMENTS_NAMED, object(draft.referral()), "documents " + documents.size());
        return new Edited<>(named, draft.referral().revision);
    }

    @Transactional
    Edited<ListHeldItems> listHeldItems(UUID referralId, @Nullable String ifMatch, ListHeldItems listed) {
        Draft draft = drafts.open(referralId, ifMatch);
        List<HeldItem> items = listed.heldItems();
        Set<String> known = holdings.heldItems(draft.version()).stream()
                .map(HeldItem::reference)
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            HeldItem item = items.get(i);
            String field = "held_items[" + i + "].";
            if (item.reference() != null && !known.contains(item.reference())) {
                violations.add(new Violation(field + "reference", "unknown_held_item"));
            } else if (item.reference() != null && !seen.add(item.reference())) {
                violations.add(new Violation(field + "reference", "repeated"));
            }
            if (item.isReversed()) {
                violations.add(new Violation(field + "period_to", "period_reversed"));
            }
        }
        refuse(violations);
        telling.refuse(draft.version().id, listed);
        holdings.replaceHeldItems(draft.version(), items);
        drafts.written(draft);
        audit.record(ReferralAct.REFERRAL_HELD_ITEMS_LISTED, object(draft.referral()), "items " + items.size());
        return new Edited<>(new ListHeldItems(holdings.heldItems(draft.version())), draft.referral().revision);
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static AuditedObject object(Referral referral) {
        return new AuditedObject("REFERRAL", referral.id, referral.owner);
    }
}
