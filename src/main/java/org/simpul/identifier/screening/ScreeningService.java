package org.simpul.identifier.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.quota.Quota;
import org.simpul.access.quota.Quotas;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.list.ListedIdentifiers;
import org.simpul.identifier.list.ListedIdentifiers.Found;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.Wording;

/** Asks values against every list that reaches the caller. They are kept nowhere: the audit proves how many and which, and tells neither. */
@ApplicationScoped
class ScreeningService {
    private final CurrentCaller current;
    private final ListedIdentifiers listed;
    private final Quotas quotas;
    private final ScreeningConfig config;
    private final AskedValues askedValues;
    private final AuditLog audit;
    private final Wording wording;

    ScreeningService(
            CurrentCaller current,
            ListedIdentifiers listed,
            Quotas quotas,
            ScreeningConfig config,
            AskedValues askedValues,
            AuditLog audit,
            Wording wording) {
        this.current = current;
        this.listed = listed;
        this.quotas = quotas;
        this.config = config;
        this.askedValues = askedValues;
        this.audit = audit;
        this.wording = wording;
    }

    /** @throws Problem QUOTA_USED until the next midnight */
    @Transactional
    ScreeningView screen(Screen command) {
        Caller caller = current.get();
        quotas.count(
                caller,
                new Quota("SCREENING", "identifiers", "screening_quota", config.perParticipant(), config.perPerson()));
        List<Identifier> asked = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<ScreeningView.Refused> refused = new ArrayList<>();
        for (int i = 0; i < command.identifiers().size(); i++) {
            List<Violation> violations = new ArrayList<>();
            Identifier identifier = command.identifiers().get(i).canonical("identifier", violations);
            if (identifier == null) {
                String code = violations.get(0).code();
                refused.add(new ScreeningView.Refused(i, code, wording.violation(code)));
            } else {
                asked.add(identifier);
                places.add(i);
            }
        }
        List<ScreeningView.Hit> hits = listed.find(asked).stream()
                .map(found -> hit(found, places.get(found.place())))
                .toList();
        audit.record(
                ScreeningAct.IDENTIFIERS_SCREENED,
                AuditedObject.list("IDENTIFIER"),
                asked.size() + " " + askedValues.digest(asked));
        return new ScreeningView(asked.size(), hits, refused);
    }

    private static ScreeningView.Hit hit(Found found, int index) {
        return new ScreeningView.Hit(
                index,
                found.listId(),
                found.listTitle(),
                found.edition(),
                found.handling(),
                MayDo.of(found.handling().pap()),
                found.confidence(),
                found.validUntil(),
                found.typologyCode(),
                found.excluded());
    }
}
