package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Problem;

/** Resolves a rule of scope: by what institutions are and which accounts they keep, and by nothing that any reported. */
@ApplicationScoped
class Scopes {
    /** Kept by the institution that their scope names. */
    private static final Set<IdentifierType> KEPT = EnumSet.of(
            IdentifierType.BANK_ACCOUNT, IdentifierType.E_WALLET, IdentifierType.MERCHANT_ID, IdentifierType.IBAN);

    private static final String IBAN = "IBAN:";

    private final ParticipantDirectory directory;
    private final InquiryConfig config;

    Scopes(ParticipantDirectory directory, InquiryConfig config) {
        this.directory = directory;
        this.config = config;
    }

    /**
     * @param rule null for the FIU
     * @return admitted institutions in order of their names; empty when nobody is reached
     */
    List<Member> recipients(@Nullable ScopeRule rule, Question question) {
        if (rule == null) {
            return List.of(directory.fiu());
        }
        return directory.admitted(rule.kind(), rule.sector(), rule.jurisdiction()).stream()
                .filter(member ->
                        !rule.byIdentifier() || question.identifiers().stream().anyMatch(it -> keeps(member, it)))
                .toList();
    }

    /** @throws Problem INVALID for whom the FIU does not ask, and for a foreign FIU that is not named by its country */
    static void check(ScopeRule rule) {
        switch (rule.kind()) {
            case REPORTING_ENTITY -> {}
            case FOREIGN_FIU -> {
                if (rule.jurisdiction() == null || rule.sector() != null || rule.byIdentifier()) {
                    throw Problem.invalid("scope.jurisdiction", "rfi_scope_abroad");
                }
            }
            default -> throw Problem.invalid("scope.kind", "rfi_scope_kind");
        }
    }

    /** By identifier an institution is asked of its own accounts: one that another keeps would tell that this is asked too. */
    Question askedOf(Member member, @Nullable ScopeRule rule, Question question) {
        return rule == null || !rule.byIdentifier()
                ? question
                : question.about(it -> !KEPT.contains(it.type()) || keeps(member, it));
    }

    private boolean keeps(Member member, Identifier identifier) {
        List<String> kept = config.scopes().getOrDefault(member.alias(), List.of());
        if (identifier.type() == IdentifierType.IBAN) {
            // the bank stands in it, behind the country and two check digits
            String bank =
                    identifier.value().substring(0, 2) + identifier.value().substring(4);
            return kept.stream()
                    .filter(scope -> scope.startsWith(IBAN))
                    .anyMatch(scope -> bank.startsWith(scope.substring(IBAN.length())));
        }
        return KEPT.contains(identifier.type()) && kept.contains(identifier.scope());
    }
}
