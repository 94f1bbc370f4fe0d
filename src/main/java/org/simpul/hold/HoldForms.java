package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.identifier.PaymentIdentifier;
import org.simpul.referral.Currencies;
import org.simpul.referral.basis.BasisUse;
import org.simpul.referral.basis.LegalBases;
import org.simpul.shared.Problem;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.BusinessCalendar;

/** What a form of a hold must hold, by who writes it. */
@ApplicationScoped
class HoldForms {
    /** Bases of an agency's order (articles 70 and 71). */
    private static final Set<String> ORDERED = Set.of("UU_8_2010_ART_70", "UU_8_2010_ART_71");

    private final HoldRepository repository;
    private final HoldConfig config;
    private final Origins origins;
    private final LegalBases bases;
    private final Currencies currencies;
    private final ParticipantDirectory directory;
    private final BusinessCalendar calendar;
    private final InstantSource clock;

    HoldForms(
            HoldRepository repository,
            HoldConfig config,
            Origins origins,
            LegalBases bases,
            Currencies currencies,
            ParticipantDirectory directory,
            BusinessCalendar calendar,
            InstantSource clock) {
        this.repository = repository;
        this.config = config;
        this.origins = origins;
        this.bases = bases;
        this.currencies = currencies;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws Problem INVALID, STATE_CONFLICT for a letter that another request stands on */
    void write(Caller caller, Visibility scope, Hold hold, HoldVersion version, HoldForm form) {
        check(caller, form);
        List<Identifier> accounts = PaymentIdentifier.canonical("accounts", form.accounts());
        requireOneInstitution(accounts);
        UUID institution = institution(caller, form);
        hold.counterparty = isFiu(caller) ? institution : directory.fiu().id();
        version.write(form, institution, caller.person());
        requireOwnLetter(version);
        requireSeen(caller, form.givenOrigins());
        if (!repository.getEntityManager().contains(version)) {
            repository.getEntityManager().persist(hold);
            repository.persist(version);
        }
        repository.flush();
        repository.replaceAccounts(version, accounts);
        repository.replaceOrigins(hold, kept(scope, hold, form.givenOrigins()));
        repository.flush();
    }

    /** @throws Problem INVALID: accounts of two banks in one request would tell each of the other's */
    private static void requireOneInstitution(List<Identifier> accounts) {
        for (IdentifierType type : List.of(IdentifierType.BANK_ACCOUNT, IdentifierType.E_WALLET)) {
            if (accounts.stream()
                            .filter(account -> account.type() == type)
                            .map(Identifier::scope)
                            .distinct()
                            .count()
                    > 1) {
                throw Problem.invalid("accounts", "hold_of_one_institution");
            }
        }
    }

    /** @throws Problem STATE_CONFLICT: the same number at two institutions would tell each that there is another */
    void requireOwnLetter(HoldVersion version) {
        if (repository.isLetterTaken(version.officialReference, version.holdId)) {
            throw Problem.taken("official_reference", "hold_letter_taken");
        }
    }

    /** @throws Problem INVALID for one without the other, or for what is none */
    void requireMoney(@Nullable BigDecimal amount, @Nullable String currency) {
        if ((amount == null) != (currency == null)) {
            throw Problem.invalid("currency", "hold_amount_and_currency");
        }
        if (currency != null && !currencies.knows(currency)) {
            throw Problem.invalid("currency", "unknown_value");
        }
    }

    private void check(Caller caller, HoldForm form) {
        if (!form.kind().isBy(caller.kind())) {
            throw Problem.invalid("kind", "hold_of_another_kind");
        }
        if (!form.measure().suits(form.kind())) {
            throw Problem.invalid("measure", "hold_measure_unsuited");
        }
        if ((form.startedAt() == null) != isFiu(caller)) {
            throw Problem.invalid("started_at", "hold_started_at");
        }
        if (form.startedAt() != null
                && !calendar.endOfWorkingDay(form.startedAt(), config.workingDays(form.kind()))
                        .isAfter(clock.instant())) {
            throw Problem.invalid("started_at", "hold_is_over");
        }
        if (form.amount() != null && isFiu(caller)) {
            throw Problem.invalid("amount", "hold_started_at");
        }
        requireMoney(form.amount(), form.currency());
        // it would tell the institution that an agency has ordered it
        if (caller.kind() != ParticipantKind.LAW_ENFORCEMENT && ORDERED.contains(form.legalBasis())) {
            throw Problem.invalid("legal_basis", "hold_ordered_by_an_agency");
        }
        bases.require(form.legalBasis(), BasisUse.HOLD);
    }

    private UUID institution(Caller caller, HoldForm form) {
        if (caller.kind() == ParticipantKind.REPORTING_ENTITY) {
            if (form.institution() != null && !form.institution().equals(caller.participantAlias())) {
                throw Problem.invalid("institution", "unknown_recipient");
            }
            return caller.participantId();
        }
        String alias = form.institution() == null ? "" : form.institution();
        return directory
                .admitted(alias)
                .filter(member -> member.kind() == ParticipantKind.REPORTING_ENTITY)
                .orElseThrow(() -> Problem.invalid("institution", "unknown_recipient"))
                .id();
    }

    private void requireSeen(Caller caller, List<Origin> given) {
        if (!given.isEmpty() && (!isFiu(caller) || origins.seen(given).size() < given.size())) {
            throw Problem.invalid("origins", "unknown_value");
        }
    }

    /** Those given, and those that the writer does not see: it can't have left them out. */
    private List<Origin> kept(Visibility scope, Hold hold, List<Origin> given) {
        List<Origin> kept = new ArrayList<>(repository.origins(scope, hold));
        kept.removeAll(origins.seen(kept));
        kept.addAll(given);
        return kept;
    }

    private static boolean isFiu(Caller caller) {
        return caller.kind() == ParticipantKind.FIU;
    }
}
