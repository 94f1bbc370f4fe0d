package org.simpul.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.PostgresResource;

import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/** Referrals of one bank, as many as wanted: copies of one that the hub took in; the same on every run. */
final class ManyReferrals {
    final Institution bank = Institutions.bank();
    private final UUID template;
    private long grown = 1;

    ManyReferrals(OutboxDispatcher outbox) {
        template = template(outbox);
    }

    void growTo(long wanted) throws SQLException {
        copy(grown, wanted);
        grown = wanted;
    }

    private UUID template(OutboxDispatcher outbox) {
        ReferralSteps referral = ReferralSteps.draft(bank)
                .redFlag()
                .subject(
                        subject("FACILITATOR", "ADULT", "Bench Facilitator", identifier("PHONE", "", "0812-1000-0000")))
                .transactions(
                        transaction(account("700000000001"), account("700000000002"), "one"),
                        transaction(account("700000000003"), account("700000000002"), "two"))
                .submit();
        outbox.drain();
        return referral.id();
    }

    /**
     * Copies the template, row by row as the hub wrote it; five referrals each have a phone, and five an account, in
     * common.
     */
    private void copy(long from, long to) throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("drop table if exists bench_copy");
            statement.execute(
                    """
                    create unlogged table bench_copy as
                    select n, uuidv7() as referral, uuidv7() as version, uuidv7() as subject, uuidv7() as intake
                    from generate_series(%d, %d) n
                    """
                            .formatted(from, to - 1));
            statement.execute("create temporary table bench_template as select '%s'::uuid as id".formatted(template));
            for (String copy : COPIES) {
                statement.execute(copy);
            }
            statement.execute("vacuum analyze");
        }
    }

    private static final List<String> COPIES = List.of(
            """
            insert into referral select n.* from referral r join bench_template t on t.id = r.id, bench_copy c,
              lateral jsonb_populate_record(r, jsonb_build_object('id', c.referral, 'reference', 'R-' ||
              c.referral)) n
            """,
            """
            insert into referral_version select n.* from referral_version v join bench_template t on t.id =
              v.referral_id, bench_copy c,
              lateral jsonb_populate_record(v, jsonb_build_object('id', c.version, 'referral_id', c.referral,
              'reference', 'R-' || c.referral)) n
            """,
            """
            insert into referral_subject select n.* from referral_subject s join referral_version v on v.id =
              s.version_id join bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(s, jsonb_build_object('id', c.subject, 'version_id', c.version, 'name',
              'Orang ' || md5((c.n / 5)::text))) n
            """,
            """
            insert into referral_name_key select n.* from (select k as template from referral_name_key k join
              referral_version v on v.id = k.version_id join bench_template t on t.id = v.referral_id limit 1) k,
              bench_copy c,
              lateral jsonb_populate_record(k.template, jsonb_build_object('subject_id', c.subject, 'version_id',
              c.version, 'key', md5((c.n / 5)::text))) n
            """,
            """
            insert into referral_identifier select n.* from referral_identifier i join referral_version v on v.id =
              i.version_id join bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(i, jsonb_build_object('id', uuidv7(), 'subject_id', c.subject,
              'version_id', c.version, 'value', '+6282' || lpad((c.n / 5)::text, 9, '0'))) n
            """,
            """
            insert into referral_transaction select n.* from referral_transaction x join referral_version v on v.id
              = x.version_id join bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(x, jsonb_build_object('id', uuidv7(), 'version_id', c.version,
              'from_value', '71' || lpad(c.n::text, 10, '0'), 'to_value', '72' || lpad(((c.n + 2) / 5)::text, 10,
              '0'))) n
            """,
            """
            insert into disclosure select n.* from disclosure d join referral_version v on v.id = d.object_id join
              bench_template t on t.id = v.referral_id, bench_copy c,
              lateral jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'object_id', c.version)) n
            """,
            """
            insert into reach (audience, object_kind, object_id, disclosure_id, from_participant, expires_at)
            select d.to_participant, d.object_kind, d.object_id, d.id, d.from_participant, d.expires_at
            from disclosure d join bench_copy c on c.version = d.object_id
            """,
            """
            insert into intake select n.* from intake i join bench_template t on t.id = i.referral_id, bench_copy c,
              lateral jsonb_populate_record(i, jsonb_build_object('id', c.intake, 'referral_id', c.referral,
              'version_id', c.version, 'reference', 'R-' || c.referral, 'urgency', 'P' || (c.n % 3 + 1), 'score',
              c.n % 90, 'compared_version', c.version, 'status', case when c.n % 10 = 0 then 'RECEIVED' else
              'CLOSED' end, 'due_at', now() + make_interval(mins => c.n % 10000))) n
            """);
}
