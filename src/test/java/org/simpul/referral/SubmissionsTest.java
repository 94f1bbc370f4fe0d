package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

@QuarkusTest
class SubmissionsTest extends HubTest {
    @Inject
    Submissions submissions;

    @Inject
    SystemActor system;

    @Test
    void theFiuReadsASubmissionWithProtectedSubjectsMasked() {
        Institution bank = Institutions.bank();
        ReferralSteps referral = ReferralSteps.draft(bank)
                .filled("2100000001")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Melur Cahaya", account("2100000002")))
                .transactions(transaction(account("2100000001"), account("2100000002"), "one"))
                .submit();
        UUID version = version(referral);
        Submission head = as(Institutions.fiu(), () -> submissions.head(version));
        assertEquals(referral.id(), head.referralId());
        assertEquals(bank.id(), head.owner());
        assertEquals(Urgency.P2, head.urgency());
        ReferralContent content = as(Institutions.fiu(), () -> submissions.content(version));
        assertEquals(head, content.submission());
        assertEquals(referral.digest(), content.digest());
        SubjectView child = content.subjects().get(1);
        assertTrue(child.isProtected());
        assertNull(child.name());
        assertEquals(List.of(), child.identifiers());
        TransactionView row = as(Institutions.fiu(), () -> submissions.transactions(version, PageRequest.of(10, null)))
                .items()
                .get(0);
        assertEquals(new Party(Party.PROTECTED, "", child.reference()), row.to());
    }

    @Test
    void anOpenVersionAndAStrangersSubmissionAreAbsent() {
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank()).filled("2100000003");
        UUID version = version(referral);
        assertAbsent(Institutions.fiu(), version);
        referral.submit();
        assertAbsent(Institutions.bank(), version);
        assertAbsent(Institutions.agency(), version);
        assertAbsent(Institutions.fiu(), UUID.randomUUID());
    }

    private void assertAbsent(Institution reader, UUID version) {
        for (Supplier<Object> read : List.<Supplier<Object>>of(
                () -> submissions.head(version),
                () -> submissions.content(version),
                () -> submissions.sharedValues(version, 50),
                () -> submissions.sharedNames(version, 85),
                () -> submissions.transactions(version, PageRequest.of(10, null)))) {
            Problem problem = assertThrows(Problem.class, () -> as(reader, read));
            assertEquals(ProblemType.NOT_FOUND, problem.type());
        }
    }

    @Test
    void twoSubmissionsMeetInSubjectsAndTransactionsAlike() {
        Object wallet = identifier("E_WALLET", "dompetku", "0812-0000-7777");
        ReferralSteps first = ReferralSteps.draft(Institutions.bank())
                .filled("2100000010")
                .transactions(transaction(wallet, account("2100000099"), "one"))
                .submit();
        ReferralSteps issuer = ReferralSteps.draft(Institutions.bank())
                .redFlag()
                .subject(subject("MULE", "ADULT", "Joko", wallet))
                .submit();
        ReferralSteps draftOnly =
                ReferralSteps.draft(Institutions.bank()).subject(subject("MULE", "ADULT", "Joko", wallet));
        UUID one = version(first);
        UUID two = version(issuer);

        SharedValue link = shared(one).get(0);
        assertEquals(List.of(two), holders(one));
        assertEquals("dompetku", link.identifier().scope());
        assertEquals(issuer.id(), link.holders().get(0).referralId());
        assertEquals(List.of(one), holders(two));

        issuer.newVersion().submit();
        UUID three = version(issuer);
        assertEquals(List.of(three), holders(one));
        assertEquals(List.of(one), holders(three));
        assertEquals("DRAFT", draftOnly.read().path("status"));
    }

    @Test
    void aProtectedSubjectLinksNothing() {
        Object childs = account("2100000020");
        UUID one = version(ReferralSteps.draft(Institutions.bank())
                .filled("2100000021")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Cempaka", childs))
                .transactions(transaction(account("2100000021"), childs, "one"))
                .submit());
        version(ReferralSteps.draft(Institutions.bank())
                .filled("2100000022")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Cempaka", childs))
                .transactions(transaction(account("2100000022"), childs, "one"))
                .submit());
        assertEquals(List.of(), shared(one));
        Set<Object> children = Set.copyOf(Database.queryAsSuperuser(
                "select reference from referral_subject where version_id = ? and is_protected", one));
        assertEquals(1, children.size());
        assertTrue(as(Institutions.fiu(), () -> submissions.sharedNames(one, 1)).names().stream()
                .noneMatch(name -> children.contains(name.subject())));
    }

    @Test
    void aValueOfManyTransactionsIsOneProbeForEachReferralThatHoldsIt() {
        Object wallet = identifier("E_WALLET", "dompetku", "0812-0000-7780");
        Object[] many = IntStream.range(0, 60)
                .mapToObj(i -> transaction(wallet, account("21000001" + (10 + i)), "many"))
                .toArray();
        UUID one = version(ReferralSteps.draft(Institutions.bank())
                .filled("2100000180")
                .transactions(many)
                .submit());
        UUID two = version(ReferralSteps.draft(Institutions.bank())
                .filled("2100000181")
                .transactions(many)
                .submit());
        List<SharedValue> shared = shared(one);
        assertEquals(61, shared.size());
        assertEquals(
                Set.of(List.of(two)),
                shared.stream()
                        .map(value -> value.holders().stream()
                                .map(SharedValue.Holder::versionId)
                                .toList())
                        .collect(Collectors.toSet()));
        assertEquals(Set.of(false), shared.stream().map(SharedValue::many).collect(Collectors.toSet()));
    }

    @Test
    void aValueOfMoreReferralsThanAreToldIsOneOfMany() {
        Object phone = identifier("PHONE", "", "0812-0000-7781");
        List<UUID> holders = IntStream.range(0, 4)
                .mapToObj(i -> version(ReferralSteps.draft(Institutions.bank())
                        .redFlag()
                        .subject(subject("MULE", "ADULT", "Nobody", phone))
                        .submit()))
                .toList();
        UUID mine = holders.get(0);
        SharedValue told = as(Institutions.fiu(), () -> submissions.sharedValues(mine, 2))
                .values()
                .get(0);
        assertTrue(told.many());
        assertEquals(
                List.of(holders.get(3), holders.get(2)),
                told.holders().stream().map(SharedValue.Holder::versionId).toList());
        assertFalse(as(Institutions.fiu(), () -> submissions.sharedValues(mine, 3))
                .values()
                .get(0)
                .many());
    }

    @Test
    void namesMeetWhateverTheirSpelling() {
        UUID one = named("Soerjadi Tjokro Pranoto", "2100000190");
        UUID two = named("PRANOTO, Suryadi Cokro", "2100000191");
        named("Suryana Cakra Pratama", "2100000192");
        SharedName found = as(Institutions.fiu(), () -> submissions.sharedNames(one, 85))
                .names()
                .get(0);
        assertEquals(referralOf(two), found.referralId());
        assertTrue(found.likeness() >= 95, found.toString());
        assertEquals(
                1,
                as(Institutions.fiu(), () -> submissions.sharedNames(one, 85))
                        .names()
                        .size());
    }

    /** Ninety-nine for each of its six keys, all newer: with her they are a hundred, which is not yet too many. */
    @Test
    void whoIsNewerAndNotAlikeCutsNobodyOff() {
        UUID alike = named("Bima Cendana Dirgantara Fajar", "2100000194");
        UUID crowd = named("Somebody", "2100000195");
        UUID mine = named("Bima Cendana Dirgantara Fajar", "2100000193");
        crowd(crowd, mine, "Nobody Of Them");
        SharedNames found = as(Institutions.fiu(), () -> submissions.sharedNames(mine, 85));
        assertEquals(
                List.of(referralOf(alike)),
                found.names().stream().map(SharedName::referralId).toList());
        assertFalse(found.more());
    }

    @Test
    void thatMoreAreAlikeThanAreToldIsSaid() {
        UUID crowd = named("Somebody", "2100000196");
        UUID mine = named("Galuh Hapsari Jatmika Kusnadi", "2100000197");
        crowd(crowd, mine, "Galuh Hapsari Jatmika Kusnadi");
        SharedNames found = as(Institutions.fiu(), () -> submissions.sharedNames(mine, 85));
        assertEquals(500, found.names().size());
        assertTrue(found.more());
    }

    /** Past the walls and the seal: ninety-nine subjects of a submission for each key of another one's name. */
    private static void crowd(UUID version, UUID like, String name) {
        List<String> tables = List.of("referral_subject", "referral_name_key");
        tables.forEach(table -> Database.updateAsSuperuser("alter table " + table + " disable trigger user"));
        for (Object key : Database.queryAsSuperuser("select key from referral_name_key where version_id = ?", like)) {
            Database.updateAsSuperuser(
                    """
                    with made as (
                      insert into referral_subject (id, owner, version_id, position, kind, roles, is_protected, reference,
                        name, age_band)
                      select gen_random_uuid(), s.owner, s.version_id, (select max(position) from referral_subject
                        where version_id = s.version_id) + n, s.kind, s.roles, false, 'S-' || gen_random_uuid(), ?, s.age_band
                      from referral_subject s, generate_series(1, 99) n where s.version_id = ? and s.position =
                        (select min(position) from referral_subject where version_id = s.version_id)
                      returning id, owner, version_id)
                    insert into referral_name_key (owner, version_id, subject_id, key)
                    select owner, version_id, id, ? from made
                    """,
                    name,
                    version,
                    key);
        }
        tables.forEach(table -> Database.updateAsSuperuser("alter table " + table + " enable trigger user"));
    }

    /** The newest two hundred that hold it are out of date, one referral's all of them: it stands in too many to say. */
    @Test
    void aWalkThatIsCutShortSaysSoWhateverItMet() {
        Object phone = identifier("PHONE", "", "0812-0000-7783");
        ReferralSteps far = ReferralSteps.draft(Institutions.bank())
                .redFlag()
                .subject(subject("MULE", "ADULT", "Far Away", phone))
                .submit();
        UUID mine = version(ReferralSteps.draft(Institutions.bank())
                .redFlag()
                .subject(subject("MULE", "ADULT", "Mine Alone", phone))
                .submit());
        assertFalse(shared(mine).get(0).many());
        outOfDate(version(far), 200);
        SharedValue told = shared(mine).get(0);
        assertTrue(told.many());
        assertEquals(List.of(), told.holders());
    }

    /** Past the walls and the seal: newer versions by their ids, all of them older than the newest by their numbers. */
    private static void outOfDate(UUID version, int times) {
        List<String> tables = List.of("referral_version", "referral_subject", "referral_identifier");
        tables.forEach(table -> Database.updateAsSuperuser("alter table " + table + " disable trigger user"));
        Database.updateAsSuperuser("update referral_version set number = 1000 where id = ?", version);
        Database.updateAsSuperuser(
                """
                with made as (
                  insert into referral_version select (jsonb_populate_record(v, jsonb_build_object(
                    'id', 'ff' || substr(gen_random_uuid()::text, 3), 'number', n))).*
                  from referral_version v, generate_series(1, ?) n where v.id = ?
                  returning id, owner),
                 subjects as (
                  insert into referral_subject select (jsonb_populate_record(s, jsonb_build_object(
                    'id', gen_random_uuid(), 'version_id', m.id))).*
                  from referral_subject s, made m where s.version_id = ? returning id, owner, version_id)
                insert into referral_identifier (id, owner, version_id, subject_id, type, scope, value)
                select gen_random_uuid(), s.owner, s.version_id, s.id, i.type, i.scope, i.value
                from subjects s, referral_identifier i where i.version_id = ?
                """,
                times,
                version,
                version,
                version);
        tables.forEach(table -> Database.updateAsSuperuser("alter table " + table + " enable trigger user"));
        Database.updateAsSuperuser(
                """
                insert into disclosure select (jsonb_populate_record(d, jsonb_build_object(
                  'id', gen_random_uuid(), 'object_id', v.id))).*
                from disclosure d join referral_version f on f.id = d.object_id
                join referral_version v on v.referral_id = f.referral_id and v.id <> f.id where f.id = ?
                """,
                version);
    }

    private UUID named(String name, String account) {
        return version(ReferralSteps.draft(Institutions.bank())
                .redFlag()
                .subject(subject("MULE", "ADULT", name, account(account)))
                .submit());
    }

    private List<SharedValue> shared(UUID version) {
        return as(Institutions.fiu(), () -> submissions.sharedValues(version, 50))
                .values();
    }

    private List<UUID> holders(UUID version) {
        return shared(version).stream()
                .flatMap(value -> value.holders().stream())
                .map(SharedValue.Holder::versionId)
                .toList();
    }

    private static UUID referralOf(UUID version) {
        return (UUID) Drafts.value("select referral_id from referral_version where id = ?", version);
    }

    @Test
    void aNoticeReachesTheSubmitterAndMovesNoEntityTag() {
        Institution bank = Institutions.bank();
        ReferralSteps referral = ReferralSteps.draft(bank).filled("2100000030").submit();
        byte[] before = referral.read().asByteArray();
        String etag = referral.read().header("ETag");
        tell(Institutions.fiu(), referral, bank, NoticeKind.RECEIVED, null, List.of());
        tell(
                Institutions.fiu(),
                referral,
                bank,
                NoticeKind.FINISHED,
                FormCode.MISSING_FIELD,
                List.of(ReferralField.NARRATIVE));
        as(referral.investigator())
                .get(referral.path() + "/notices")
                .then()
                .statusCode(200)
                .body("items.kind", contains("FINISHED", "RECEIVED"))
                .body("items[0].form_code", equalTo("MISSING_FIELD"))
                .body("items[0].missing", contains("narrative"));
        as(referral.investigator())
                .get("/api/v1/referrals")
                .then()
                .body("items[0].last_notice", equalTo("FINISHED"))
                .body("items[0].form_code", equalTo("MISSING_FIELD"));
        assertEquals(etag, referral.read().header("ETag"));
        assertEquals(new String(before), referral.read().asString());
    }

    @Test
    void onlyTheFiuTellsAndOnlyOfWhatWasSubmittedToIt() {
        Institution bank = Institutions.bank();
        ReferralSteps referral = ReferralSteps.draft(bank).filled("2100000031");
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(
                                Problem.class,
                                () -> tell(Institutions.fiu(), referral, bank, NoticeKind.RECEIVED, null, List.of()))
                        .type());
        referral.submit();
        assertEquals(
                ProblemType.FORBIDDEN,
                assertThrows(Problem.class, () -> tell(bank, referral, bank, NoticeKind.RECEIVED, null, List.of()))
                        .type());
    }

    private void tell(
            Institution teller,
            ReferralSteps referral,
            Institution bank,
            NoticeKind kind,
            FormCode code,
            List<ReferralField> missing) {
        as(teller, () -> {
            submissions.notify(referral.id(), bank.id(), kind, code, missing);
            return true;
        });
    }

    private <T> T as(Institution reader, Supplier<T> act) {
        return system.act("test-clerk", new Member(reader.id(), reader.alias(), "a reader", reader.kind()), act);
    }

    private static UUID version(ReferralSteps referral) {
        return UUID.fromString(Rows.select(
                        "select id::text from referral_version where referral_id = ? order by number desc limit 1",
                        referral.id())
                .get(0));
    }
}
