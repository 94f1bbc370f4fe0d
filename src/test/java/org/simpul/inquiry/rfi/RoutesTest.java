package org.simpul.inquiry.rfi;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who asks whom: by the routes of the configuration, and by the scopes that institutions keep. */
class RoutesTest {
    private static final InquiryConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(InquiryConfig.class)
            .withDefaultValue("simpul.inquiry.scopes.bank-a", "ID:014,gopay")
            .withDefaultValue("simpul.inquiry.scopes.bank-b", "ID:008,IBAN:GBNWBK")
            .build()
            .getConfigMapping(InquiryConfig.class);

    @Test
    void byDefaultAuthoritiesMayRefuseAndInstitutionsMayNot() {
        Routes routes = new Routes(CONFIG);
        ScopeRule institutions = new ScopeRule(ParticipantKind.REPORTING_ENTITY, null, null, false);
        ScopeRule abroad = new ScopeRule(ParticipantKind.FOREIGN_FIU, null, "SG", false);
        assertTrue(routes.mayRefuse(ParticipantKind.LAW_ENFORCEMENT, ParticipantKind.FIU));
        assertTrue(routes.mayRefuse(ParticipantKind.FOREIGN_FIU, ParticipantKind.FIU));
        assertTrue(routes.mayRefuse(ParticipantKind.FIU, ParticipantKind.FOREIGN_FIU));
        assertFalse(routes.mayRefuse(ParticipantKind.FIU, ParticipantKind.REPORTING_ENTITY));
        assertFalse(routes.mayRefuse(ParticipantKind.REPORTING_ENTITY, ParticipantKind.FIU));
        routes.require(ParticipantKind.FIU, institutions);
        routes.require(ParticipantKind.FIU, abroad);
        routes.require(ParticipantKind.FOREIGN_FIU, null);
        assertThrows(RuntimeException.class, () -> routes.require(ParticipantKind.SUPERVISOR, null));
        Routes home = new Routes(List.of("FIU>REPORTING_ENTITY"));
        home.require(ParticipantKind.FIU, institutions);
        assertThrows(RuntimeException.class, () -> home.require(ParticipantKind.FIU, abroad));
    }

    @Test
    void aRouteThatTheHubDoesNotServeStopsItAtItsStart() {
        for (String route : List.of(
                "LAW_ENFORCEMENT>REPORTING_ENTITY",
                "FIU>REPORTING_ENTITY may refuse",
                "FOREIGN_FIU>REPORTING_ENTITY",
                "REPORTING_ENTITY>FIU",
                "BANK>FIU",
                "FIU")) {
            assertThrows(IllegalArgumentException.class, () -> new Routes(List.of(route)), route);
        }
        List<String> twice = List.of("LAW_ENFORCEMENT>FIU", "LAW_ENFORCEMENT>FIU may refuse");
        assertThrows(IllegalArgumentException.class, () -> new Routes(twice));
    }

    @Test
    void byIdentifierEachIsAskedOfTheAccountsThatItKeepsAlone() {
        Identifier atA = new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", "1234567890");
        Identifier walletAtA = new Identifier(IdentifierType.E_WALLET, "gopay", "081200000001");
        Identifier atB = new Identifier(IdentifierType.BANK_ACCOUNT, "ID:008", "9876543210");
        Identifier phone = new Identifier(IdentifierType.PHONE, "", "+6281200000001");
        ParticipantDirectory directory = new Members("bank-a", "bank-b", "bank-c");
        Scopes scopes = new Scopes(directory, CONFIG);
        ScopeRule rule = new ScopeRule(ParticipantKind.REPORTING_ENTITY, null, null, true);
        Question question = question(atA, walletAtA, atB, phone);
        List<ParticipantDirectory.Member> asked = scopes.recipients(rule, question);
        assertEquals(
                List.of("bank-a", "bank-b"),
                asked.stream().map(it -> it.alias()).toList());
        assertEquals(
                List.of(atA, walletAtA, phone),
                scopes.askedOf(asked.get(0), rule, question).identifiers());
        assertEquals(
                List.of(atB, phone),
                scopes.askedOf(asked.get(1), rule, question).identifiers());
        assertEquals(List.of(), scopes.recipients(rule, question(phone)));
        Identifier iban = new Identifier(IdentifierType.IBAN, "", "GB29NWBK60161331926819");
        assertEquals(
                List.of("bank-b"),
                scopes.recipients(rule, question(iban)).stream()
                        .map(it -> it.alias())
                        .toList());
        assertEquals(
                List.of(),
                scopes.recipients(rule, question(new Identifier(IdentifierType.IBAN, "", "GB33BUKB20201555555555"))));
        ScopeRule all = new ScopeRule(ParticipantKind.REPORTING_ENTITY, null, null, false);
        assertEquals(3, scopes.recipients(all, question).size());
        assertEquals(question, scopes.askedOf(asked.get(0), all, question));
    }

    private static Question question(Identifier... identifiers) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new Question(List.of(), List.of(identifiers), day, day, List.of(Wanted.ACCOUNT_HOLDER), null);
    }

    /** A directory of institutions that knows nothing but their aliases. */
    private record Members(String... aliases) implements ParticipantDirectory {
        @Override
        public Member fiu() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Member> operator() {
            return Optional.empty();
        }

        @Override
        public Optional<Member> admitted(String alias) {
            return Optional.empty();
        }

        @Override
        public List<Member> admitted(Collection<ParticipantKind> kinds) {
            return List.of();
        }

        @Override
        public List<Member> admitted(ParticipantKind kind, String sector, String jurisdiction) {
            return List.of(aliases).stream()
                    .map(alias -> new Member(UUID.randomUUID(), alias, alias, kind))
                    .toList();
        }

        @Override
        public List<Member> admittedOf(Collection<UUID> ids) {
            return List.of();
        }

        @Override
        public Map<UUID, Member> byId(Collection<UUID> ids) {
            return Map.of();
        }
    }
}
