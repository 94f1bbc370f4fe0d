package org.simpul.safeguard;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;

/** The keys of protected subjects: one each, destroyed for good, and wrapped anew while the hub works. */
@QuarkusTest
class SubjectKeysTest extends HubTest {
    private static final String NAME = "Kenanga Puspita";

    @Inject
    ProtectedSubjects subjects;

    @Inject
    KeyRotation rotation;

    @Inject
    KeyKeeper keeper;

    @Inject
    Keyring keyring;

    @Inject
    KeyedDigest digest;

    @Inject
    SystemActor system;

    private final Institution bank = Institutions.bank();

    private ReferralSteps referral() {
        return ReferralSteps.draft(bank)
                .filled("3900000001")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", NAME, account("3900000002")));
    }

    private static List<Object> of(String column, ReferralSteps referral) {
        return Database.queryAsSuperuser(
                "select " + column
                        + " from protected_subject p join referral_version v on v.id = p.version_id"
                        + " left join subject_key k on k.id = p.key_id where v.referral_id = ? order by v.number, p.id",
                referral.id());
    }

    private <T> T as(Institution who, Supplier<T> act) {
        return system.act("test-clerk", new Member(who.id(), who.alias(), who.alias(), who.kind()), act);
    }

    private List<String> names(ReferralSteps referral) {
        List<Object> versions = of("p.version_id", referral);
        return as(bank, () -> versions.stream()
                .distinct()
                .flatMap(version -> subjects.ofVersion((UUID) version).stream())
                .map(ProtectedDetails::name)
                .toList());
    }

    private static void remove(ReferralSteps referral) {
        Object child = referral.read().path("version.subjects.find { it.protected }.id");
        referral.done(referral.edit().delete(referral.path() + "/subjects/" + child), 204);
    }

    @Test
    void eachSubjectHasAKeyThatAllItsVersionsShare() {
        ReferralSteps referral = referral()
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Cempaka Putih"))
                .submit()
                .newVersion();
        List<Object> keys = of("p.key_id", referral);
        assertEquals(4, keys.size());
        assertEquals(2, keys.stream().distinct().count());
        assertEquals(List.of(NAME, "Cempaka Putih", NAME, "Cempaka Putih"), sorted(names(referral)));
        assertFalse(keys.contains(null));
    }

    private static List<String> sorted(List<String> names) {
        List<String> two = new ArrayList<>();
        for (int i = 0; i < names.size(); i += 2) {
            two.addAll(names.subList(i, i + 2).stream()
                    .sorted((one, other) -> other.compareTo(one))
                    .toList());
        }
        return two;
    }

    @Test
    void removingASubjectFromADraftDestroysItsKey() {
        ReferralSteps referral = referral();
        UUID key = (UUID) of("p.key_id", referral).get(0);
        remove(referral);
        assertEquals(
                1, Drafts.count("from subject_key where id = ? and wrapped is null and destroyed_at is not null", key));
        assertEquals(1, Drafts.count("from audit_entry where act = 'subject.key-destroyed' and object_id = ?", key));
    }

    @Test
    void whatASubmittedVersionHoldsIsNotDestroyedByADraft() {
        ReferralSteps referral = referral().submit().newVersion();
        UUID key = (UUID) of("p.key_id", referral).get(0);
        remove(referral);
        assertEquals(1, Drafts.count("from subject_key where id = ? and wrapped is not null", key));
        assertEquals(List.of(NAME), names(referral));
    }

    @Test
    void destroyingASubjectDestroysItInAllVersionsAndSaysSo() {
        ReferralSteps referral = referral().submit().newVersion();
        List<Object> rows = of("p.subject_id", referral);
        List<UUID> ids = rows.stream().map(UUID.class::cast).toList();
        UUID key = (UUID) of("p.key_id", referral).get(0);
        // by the FIU, whose neither the rows nor the keys are
        assertEquals(1, as(Institutions.fiu(), () -> subjects.destroy(ids)));
        assertEquals(0, as(Institutions.fiu(), () -> subjects.destroy(ids)));
        assertEquals(List.of(), names(referral));
        assertEquals(1, Drafts.count("from audit_entry where act = 'subject.key-destroyed' and object_id = ?", key));
        as(referral.investigator())
                .get(referral.path())
                .then()
                .statusCode(200)
                .body("version.subjects[1].protected", equalTo(true))
                .body("version.subjects[1].details_destroyed", equalTo(true))
                .body("version.subjects[0].details_destroyed", equalTo(false));
        // the versions after it carry what cannot be opened
        referral.submit().newVersion();
        assertEquals(List.of(), names(referral));
        assertThrows(
                IllegalStateException.class,
                () -> Drafts.execute(
                        "update subject_key set wrapped = 'x', kek_id = 1, destroyed_at = null where id = ?", key));
    }

    @Test
    void anInstitutionDestroysNoKeyOfAnother() throws SQLException {
        ReferralSteps referral = referral();
        UUID key = (UUID) of("p.key_id", referral).get(0);
        Institution other = Institutions.bank();
        assertEquals(
                0,
                Database.update(
                        other.id(),
                        null,
                        "update subject_key set wrapped = null, kek_id = null, destroyed_at = now() where id = ?",
                        key));
        assertEquals(List.of(), Database.query(other.id(), null, "select id from subject_key where id = ?", key));
        assertEquals(
                1,
                Database.query(bank.id(), null, "select id from subject_key where id = ?", key)
                        .size());
        // the FIU sees the key of what was submitted to it, and no other
        UUID fiu = Institutions.fiu().id();
        assertEquals(List.of(), Database.query(fiu, null, "select id from subject_key where id = ?", key));
        referral.submit();
        assertEquals(
                1,
                Database.query(fiu, null, "select id from subject_key where id = ?", key)
                        .size());
    }

    private static byte[] oldForm(byte[] place) {
        String details = "{\"name\":\"%s\",\"identifiers\":[],\"remarks\":null}".formatted(NAME);
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(PostgresResource.keysetFile()), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class)
                    .encrypt(details.getBytes(StandardCharsets.UTF_8), place);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a row was before: encrypted by the keyset itself. */
    private void makeOld(ReferralSteps referral) {
        for (Object row : of("p.id", referral)) {
            UUID subject = (UUID) Drafts.value("select subject_id from protected_subject where id = ?", row);
            byte[] old = oldForm(DetailsCipher.oldPlace(subject, bank.id()));
            Drafts.execute("alter table protected_subject disable trigger open_update");
            Drafts.execute(
                    "update protected_subject set ciphertext = ?, key_id = null, digest = encode(sha256(?), 'hex') where id = ?",
                    old,
                    old,
                    row);
            Drafts.execute("alter table protected_subject enable trigger open_update");
        }
    }

    @Test
    void rowsOfTheOldFormOpenAndGetKeysOfTheirOwnAlsoInSealedVersions() {
        ReferralSteps sealed = referral().submit();
        ReferralSteps waiting = referral();
        makeOld(sealed);
        makeOld(waiting);
        waiting.handOver();
        assertEquals(List.of(NAME), names(sealed));
        List<Object> digests = of("p.digest", sealed);

        assertTrue(rotation.rotate() >= 2);
        assertEquals(0, rotation.rotate());

        assertFalse(of("p.key_id", sealed).contains(null));
        assertEquals(digests, of("p.digest", sealed));
        assertEquals(List.of(NAME), names(sealed));
        assertEquals(List.of(NAME), names(waiting));
        // what was handed over before is approved by the digest that it had
        waiting.approve(waiting.officer()).then().statusCode(200);
    }

    @Test
    void oneRowThatDoesNotOpenHoldsUpNoOther() {
        ReferralSteps broken = referral().submit();
        ReferralSteps sound = referral().submit();
        makeOld(broken);
        makeOld(sound);
        Object row = of("p.id", broken).get(0);
        Drafts.execute("alter table protected_subject disable trigger open_update");
        Drafts.execute("update protected_subject set ciphertext = ciphertext || '\\x00'::bytea where id = ?", row);
        Drafts.execute("alter table protected_subject enable trigger open_update");
        try {
            rotation.rotate();
            assertFalse(of("p.key_id", sound).contains(null));
            assertEquals(List.of(NAME), names(sound));
        } finally {
            makeOld(broken);
            rotation.rotate();
        }
        assertFalse(of("p.key_id", broken).contains(null));
    }

    @Test
    void aRowOfTheOldFormIsDestroyedAsWell() {
        ReferralSteps referral = referral().submit();
        makeOld(referral);
        List<UUID> ids =
                of("p.subject_id", referral).stream().map(UUID.class::cast).toList();
        assertEquals(1, as(Institutions.fiu(), () -> subjects.destroy(ids)));
        assertEquals(List.of(), names(referral));
    }

    @Test
    void aSealedRowChangesInNoOtherWay() {
        ReferralSteps referral = referral().submit();
        Object row = of("p.id", referral).get(0);
        for (String change : List.of("ciphertext = 'x'", "digest = 'x'", "key_id = null")) {
            assertThrows(
                    IllegalStateException.class,
                    () -> Drafts.execute("update protected_subject set " + change + " where id = ?", row),
                    change);
        }
    }

    @Test
    void theKeysetIsRotatedWhileEverybodyReads() throws Exception {
        ReferralSteps referral = referral().submit();
        byte[] ciphertext = (byte[]) of("p.ciphertext", referral).get(0);
        byte[] before = digest.of("test", new byte[] {1});
        long old = keyring.primary();
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        List<Future<Integer>> reads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            reads.add(readers.submit(() -> {
                int read = 0;
                while (go.get()) {
                    assertEquals(List.of(NAME), names(referral));
                    read++;
                }
                return read;
            }));
        }
        try {
            step("add");
            assertEquals(old, keyring.primary());
            step("promote");
        } finally {
            go.set(false);
        }
        for (Future<Integer> read : reads) {
            assertTrue(read.get() > 0);
        }
        readers.shutdown();

        assertNotEquals(old, keyring.primary());
        assertEquals(0, Drafts.count("from subject_key where kek_id = ?", old));
        assertEquals(0, Drafts.count("from digest_key where kek_id = ?", old));
        assertEquals(0, keeper.waiting());
        assertArrayEquals(ciphertext, (byte[]) of("p.ciphertext", referral).get(0));

        step("retire");
        rotation.requireComplete();
        assertEquals(List.of(NAME), names(referral));
        assertArrayEquals(before, digest.of("test", new byte[] {1}));
        // what the next start finds: the secret of digests comes out of the database, not out of the first key
        assertArrayEquals(before, new KeyedDigest(keeper).of("test", new byte[] {1}));
    }

    /** One step on the hub's own file, and what the job does then. */
    private void step(String step) throws IOException {
        Path file = PostgresResource.keysetFile();
        Path next = file.resolveSibling(step + ".json");
        assertEquals(0, KeysetCommand.run(step, file.toString(), next.toString()));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        rotation.tick();
    }

    @Test
    void aKeysetThatLacksAKeyInUseIsNotTaken() throws IOException {
        ReferralSteps referral = referral();
        long primary = keyring.primary();
        Path file = PostgresResource.keysetFile();
        String kept = Files.readString(file);
        try {
            Files.writeString(file, KeysetFile.newKeyset());
            rotation.tick();
            assertEquals(primary, keyring.primary());
            assertEquals(List.of(NAME), names(referral));
            Files.writeString(file, "{}");
            rotation.tick();
            assertEquals(primary, keyring.primary());
        } finally {
            Files.writeString(file, kept);
        }
    }

    @Test
    void theHubDoesNotStartWithoutAKeyThatSomethingIsWrappedBy() {
        ReferralSteps referral = referral();
        Object key = of("p.key_id", referral).get(0);
        Object kek = Drafts.value("select kek_id from subject_key where id = ?", key);
        Drafts.execute("update subject_key set kek_id = 77 where id = ?", key);
        try {
            assertTrue(assertThrows(IllegalStateException.class, rotation::requireComplete)
                    .getMessage()
                    .contains("[77]"));
        } finally {
            Drafts.execute("update subject_key set kek_id = ? where id = ?", kek, key);
        }
        rotation.requireComplete();
    }
}
