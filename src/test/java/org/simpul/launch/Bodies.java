package org.simpul.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the people of the story send. */
final class Bodies {

    private Bodies() {}

    static String decision(String digest) {
        return "{\"decision\":\"APPROVE\",\"digest\":\"" + digest + "\",\"reason\":null}";
    }

    static String eWallet(String number) {
        return "{\"type\":\"E_WALLET\",\"scope\":\"dompetwijaya\",\"value\":\"" + number + "\"}";
    }

    static String bankAccount(String number) {
        return "{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"" + number + "\"}";
    }

    static String subject(String role, String ageBand, String name, String... identifiers) {
        return """
                {"kind":"NATURAL_PERSON","roles":["%s"],"age_band":"%s","name":"%s","remarks":null,"identifiers":[%s]}"""
                .formatted(role, ageBand, name, String.join(",", identifiers));
    }

    static String endorsement(String digest) {
        return "{\"perspective\":\"CHILD_PROTECTION\",\"verdict\":\"ENDORSED\",\"reason\":\"Anak dilindungi.\",\"digest\":\""
                + digest + "\"}";
    }

    static String redFlags(String typology, String... codes) {
        List<String> flags = new ArrayList<>();
        for (String code : codes) {
            flags.add(
                    "{\"typology_version_id\":\"" + typology + "\",\"red_flag_code\":\"" + code + "\",\"note\":null}");
        }
        return "{\"red_flags\":[" + String.join(",", flags) + "]}";
    }

    static String fields(String urgency, String ground) {
        return """
                {"predicate_offence":"CHILD_SEXUAL_EXPLOITATION","legal_basis":"UU_8_2010_ART_23",
                "suspicion_formed_on":"%s","urgency":"%s","urgency_ground":%s,
                "narrative":"Banyak kiriman kecil dari banyak pengirim ke satu rekening, lalu segera ditarik.",
                "grading":{"source":"RELIABLE","information":"A"},"handling":{"tlp":"TLP:AMBER","pap":"PAP:RED"},
                "no_media":true,"statutory_report":{"reporter":"PJK-0001","due_on":"%s","reference":null,
                "status":"PENDING"}}"""
                .formatted(
                        LocalDate.now().minusDays(1),
                        urgency,
                        ground,
                        LocalDate.now().plusDays(3));
    }

    static String search(String wallet) {
        return "{\"identifier\":" + eWallet(wallet) + "}";
    }

    /** The bank's report in goAML: the customer who collects, his wallet, and a child who pays him. */
    static String report(String collector, String wallet) {
        return sample("goaml/report.xml", collector, wallet);
    }

    /** The wallet provider's own statement of the same wallet, in ISO 20022. */
    static String statement(String collector, String wallet) {
        return sample("iso20022/camt053.xml", collector, wallet);
    }

    private static String sample(String name, String collector, String wallet) {
        try (InputStream file = Bodies.class.getResourceAsStream("/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("9901234567", collector)
                    .replace("+6281211112222", wallet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String dissemination(String file, String letter, List<String> subjects, String wallet) {
        return """
                {"case_id":"%s","product":"HA","letter_number":"HA/%s","letter_date":"%s","title":"Rekening penampung",
                "narrative":"Satu dompet menampung banyak kiriman kecil.","predicate_offence":"CHILD_SEXUAL_EXPLOITATION",
                "legal_basis":"UU_8_2010_ART_44","purpose":"LOCATE_AND_PROTECT",
                "caveats":"Hanya untuk intelijen; bukti diminta tersendiri.",
                "handling":{"tlp":"TLP:AMBER+STRICT","pap":"PAP:RED"},
                "rows":{"subjects":[%s],"identifiers":[%s],"transactions":[]},"recipients":["agency-x"]}"""
                .formatted(file, letter, LocalDate.now(), String.join(",", subjects), eWallet(wallet));
    }

    /** The FIU's request to halt an account, on a letter of its own. */
    static String halt(String institution, String letter) {
        return """
                {"kind":"HALT_REQUEST","measure":"STOP_OUTGOING","ground":"SUSPECTED_PROCEEDS",
                "legal_basis":"UU_8_2010_ART_65","official_reference":"S-%s","official_date":"%s","institution":"%s",
                "accounts":[%s],"origins":[]}"""
                .formatted(letter, LocalDate.now(), institution, bankAccount("9901234567"));
    }

    /** Of the FIU, out of a case. */
    static String rfi(String file, String account, String basis, String reference, String scope) {
        return """
                {"purpose":"CHILD_AT_RISK","predicate_offence":"CHILD_SEXUAL_EXPLOITATION","legal_basis":"%s",
                "case_id":"%s","egmont_reference":%s,"question":{"names":[],"identifiers":[%s],"period_from":"%s",
                "period_to":"%s","wanted":["ACCOUNT_HOLDER","TRANSACTIONS"],"note":null},"preserve":true,"urgent":false,
                "handling":{"tlp":"TLP:AMBER+STRICT","pap":"PAP:RED"},"scope":%s,"origins":[]}"""
                .formatted(
                        basis,
                        file,
                        reference,
                        bankAccount(account),
                        LocalDate.now().minusMonths(3),
                        LocalDate.now(),
                        scope);
    }

    static String answer(String outcome, String... persons) {
        return """
                {"outcome":"%s","persons":[%s],"accounts":[],"transactions":[]}"""
                .formatted(outcome, String.join(",", persons));
    }

    static String holder(String name) {
        return """
                {"kind":"NATURAL_PERSON","roles":["ACCOUNT_HOLDER"],"age_band":"ADULT","name":"%s","identifiers":[]}"""
                .formatted(name);
    }

    static String agreement(String counterpart, String reference) {
        return """
                {"counterpart":"%s","reference":"%s","signed_on":"%s","ends_at":"%sT00:00:00Z","person_level":true,
                "transfer_ground":"BINDING_SAFEGUARDS","conditions":"Hanya untuk intelijen."}"""
                .formatted(
                        counterpart,
                        reference,
                        LocalDate.now().minusYears(1),
                        LocalDate.now().plusYears(1));
    }

    static String executed() {
        return """
                {"answer":"EXECUTED","done_at":"%s","amount":1500000,"currency":"IDR","reference":"BA-17/2026"}"""
                .formatted(Instant.now());
    }
}
