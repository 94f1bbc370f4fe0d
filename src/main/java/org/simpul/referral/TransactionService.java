package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.Identifier;
import org.simpul.referral.OpenDrafts.Draft;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.AccessPolicy;

/** The transactions of a referral. */
@ApplicationScoped
class TransactionService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OpenDrafts drafts;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final TransactionRepository transactions;
    private final Protection protection;
    private final Currencies currencies;
    private final AuditLog audit;

    TransactionService(
            CurrentCaller current,
            AccessPolicy policy,
            OpenDrafts drafts,
            ReferralRepository referrals,
            VersionRepository versions,
            TransactionRepository transactions,
            Protection protection,
            Currencies currencies,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.drafts = drafts;
        this.referrals = referrals;
        this.versions = versions;
        this.transactions = transactions;
        this.protection = protection;
        this.currencies = currencies;
        this.audit = audit;
    }

    @Transactional
    Edited<TransactionsAdded> add(UUID referralId, @Nullable String ifMatch, AddTransactions command) {
        Draft draft = drafts.open(referralId, ifMatch);
        List<TransactionInput> inputs = command.transactions();
        List<Violation> violations = new ArrayList<>();
        List<ReferralTransaction> rows = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String path = "transactions[" + i + "].";
            TransactionInput input = inputs.get(i);
            if (!input.hasPlausibleDate()) {
                violations.add(new Violation(path + "booked_on", "implausible_date"));
            }
            if (!currencies.knows(input.currency())) {
                violations.add(new Violation(path + "currency", "unknown_currency"));
            }
            Identifier from = input.from().canonical(path + "from", violations);
            Identifier to = input.to().canonical(path + "to", violations);
            if (from != null && to != null) {
                rows.add(ReferralTransaction.of(draft.version(), input, from, to));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        if (!transactions.hasRoom(draft.version().id, rows.size())) {
            throw Problem.invalid("transactions", "too_many_rows");
        }
        ProtectedPeople people = protection.in(draft.version().id);
        rows.forEach(row -> row.mask(people));
        transactions.persist(rows);
        drafts.written(draft);
        audit.record(ReferralAct.REFERRAL_TRANSACTIONS_ADDED, object(draft.referral()), "rows " + rows.size());
        return new Edited<>(new TransactionsAdded(rows.size()), draft.referral().revision);
    }

    /** Those of the newest version. */
    @Transactional
    Page<TransactionView> list(UUID referralId, PageRequest page) {
        Referral referral =
                referrals.find(policy.visibility(current.get()), referralId).orElseThrow(Problem::notFound);
        Page<TransactionView> rows = transactions.newest(versions.newest(referral), page);
        audit.record(ReferralAct.REFERRAL_TRANSACTIONS_READ, object(referral));
        return rows;
    }

    /** @return the revision that the referral has now */
    @Transactional
    long removeAll(UUID referralId, @Nullable String ifMatch) {
        Draft draft = drafts.open(referralId, ifMatch);
        long removed = transactions.deleteAll(draft.version());
        drafts.written(draft);
        audit.record(ReferralAct.REFERRAL_TRANSACTIONS_REMOVED, object(draft.referral()), "rows " + removed);
        return draft.referral().revision;
    }

    private static AuditedObject object(Referral referral) {
        return new AuditedObject("REFERRAL", referral.id, referral.owner);
    }
}
