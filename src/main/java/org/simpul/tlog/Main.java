package org.simpul.tlog;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The commands of a member that verifies the log, or is a witness of it. */
public final class Main {
    static final int HOLDS = 0;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;

    /** Not 1, with which the JVM itself ends when it fails. */
    static final int TAMPERED = 10;

    private static final Set<String> COMMON = Set.of("log", "policy", "state", "max-age");

    /** Within that time after its answer a leaf is in a checkpoint. */
    private static final Duration DUE = Duration.ofSeconds(60);

    /** How far another's clock may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final String HELP =
            """
            usage:
              verify   --log L --policy FILE --state DIR          the checkpoint holds, and the log only grew
              entry    --log L --policy FILE --state DIR ENTRY    an opened entry is what the log holds
              receipts --log L --policy FILE --state DIR FILE     every Audit-Leaf of the file is in the log
              mirror   --log L --policy FILE --state DIR --into DIR
                                                                  copy the whole log and recompute its root
              witness  --policy FILE --key FILE --state DIR --listen HOST:PORT
                                                                  cosign what logs bring (C2SP tlog-witness)
              witness  --policy FILE --key FILE --state DIR --log L [--hand-in yes]
                                                                  fetch the checkpoint, cosign it once
              keygen   --name NAME --kind log|witness --out FILE  a new key; its public half is printed
            L is a URL or a folder. --max-age PT26H asks the first four for younger cosignatures.
            Exit: 0 it holds, 2 usage, 3 not reachable, not readable or not decided, 10 tampering is found.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final InstantSource clock;

    Main(PrintStream out, PrintStream err, InstantSource clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] args) {
        int code = new Main(System.out, System.err, InstantSource.system()).run(args);
        if (code != HOLDS) {
            System.exit(code);
        }
    }

    /** Runs a command; the first word of its last line tells a script what the exit code tells. */
    int run(String... args) {
        try {
            Options options = Options.parse(args);
            switch (options.command()) {
                case "verify" -> verify(options);
                case "entry" -> entry(options);
                case "receipts" -> receipts(options);
                case "mirror" -> mirror(options);
                case "witness" -> witness(options);
                case "keygen" -> keygen(options);
                default -> throw new Options.UsageException("no such command");
            }
            return HOLDS;
        } catch (Options.UsageException e) {
            err.println("USAGE " + e.getMessage());
            err.print(HELP);
            return USAGE;
        } catch (FormatException e) {
            err.println("USAGE a file is not what it should be: " + e.getMessage());
            return USAGE;
        } catch (TamperedException e) {
            err.println("TAMPERED " + e.finding() + " " + e.getMessage());
            return TAMPERED;
        } catch (UndecidedException e) {
            err.println(e.reason() + " " + e.getMessage());
            return UNREACHABLE;
        } catch (IOException | RuntimeException e) {
            err.println("UNREACHABLE " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return UNREACHABLE;
        }
    }

    private void verify(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(COMMON, 0);
        Tiles log = log(options);
        Policy policy = policy(options);
        try (Kept kept = Kept.alone(options.path("state"))) {
            tell(verified(options, policy, new Verifier(policy, log, kept)), "");
        }
    }

    private void entry(Options options) throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(COMMON, 1);
        Entry entry = Entry.parse(Files.readString(options.files().get(0)));
        Tiles log = log(options);
        Policy policy = policy(options);
        try (Kept kept = Kept.alone(options.path("state"))) {
            Verifier verifier = new Verifier(policy, log, kept);
            Verifier.Verified verified = verified(options, policy, verifier);
            verifier.includes(verified.checkpoint(), entry);
            tell(verified, ", entry " + entry.index() + " is in it");
        }
    }

    private void receipts(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(COMMON, 1);
        Receipts receipts = Receipts.parse(Files.readString(options.files().get(0)));
        Instant now = clock.instant();
        if (receipts.leaves().values().stream().anyMatch(it -> it.isAfter(now))) {
            throw new Options.UsageException("a receipt of a time that is yet to come");
        }
        Tiles log = log(options);
        Policy policy = policy(options);
        try (Kept kept = Kept.alone(options.path("state"))) {
            Verifier verifier = new Verifier(policy, log, kept);
            Verifier.Verified verified = verified(options, policy, verifier);
            Instant seen = policy.since(verified.cosigners());
            Verifier.Included included = verifier.includes(
                    verified.checkpoint(),
                    receipts,
                    (seen.isBefore(now) ? seen : now).minus(DUE),
                    (leaf, index) -> out.println(leaf + " " + index));
            tell(verified, ", " + included.found() + " receipts are in it, " + included.pending() + " are not yet due");
        }
    }

    private void mirror(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(Set.of("log", "policy", "state", "max-age", "into"), 0);
        TileFiles files = new TileFiles(options.path("into"));
        Tiles log = log(options);
        Policy policy = policy(options);
        try (Kept kept = Kept.alone(options.path("state"))) {
            Verifier verifier = new Verifier(policy, log, kept);
            Verifier.Verified verified = verified(options, policy, verifier);
            verifier.everything(verified.checkpoint(), files);
            files.putCheckpoint(verified.note().toString().getBytes(StandardCharsets.UTF_8));
            tell(verified, ", all of its tiles and entries come to its root");
        }
    }

    private Verifier.Verified verified(Options options, Policy policy, Verifier verifier)
            throws Options.UsageException, IOException, TamperedException {
        Instant now = clock.instant();
        Instant oldest = options.has("max-age") ? now.minus(options.duration("max-age")) : Instant.MIN;
        if (options.has("max-age") && policy.isMet(Set.of())) {
            throw new Options.UsageException("--max-age takes a policy whose quorum asks for a witness");
        }
        return verifier.verify(oldest, now.plus(SKEW));
    }

    private void witness(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(Set.of("log", "policy", "state", "key", "listen", "hand-in"), 0);
        NoteSigner signer =
                NoteSigner.parse(Files.readString(options.path("key")).strip());
        if (signer.key().kind() != NoteKey.WITNESS) {
            throw new Options.UsageException("the key is not one of a witness");
        }
        Policy policy = policy(options);
        if (options.has("listen")) {
            InetSocketAddress address = address(options.get("listen"));
            listen(address, new Witness(policy.logs(), signer, Kept.alone(options.path("state")), clock));
            return;
        }
        if (options.has("hand-in") && !Set.of("yes", "no").contains(options.get("hand-in"))) {
            throw new Options.UsageException("--hand-in takes yes or no");
        }
        try (Kept kept = Kept.alone(options.path("state"))) {
            cosign(options, new Witness(policy.logs(), signer, kept, clock));
        }
    }

    private static InetSocketAddress address(String address) throws Options.UsageException {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xffff) {
            throw new Options.UsageException("--listen takes HOST:PORT");
        }
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(port));
    }

    private void listen(InetSocketAddress address, Witness witness) throws IOException {
        WitnessServer server = WitnessServer.start(address, witness);
        out.println("OK the witness listens on port " + server.port());
    }

    private void cosign(Options options, Witness witness)
            throws Options.UsageException, IOException, TamperedException {
        Tiles log = log(options);
        Verifier.Published published = Verifier.published(log.newest());
        Checkpoint checkpoint = published.checkpoint();
        Checkpoint last = witness.last(checkpoint.origin());
        if (checkpoint.size() < last.size()) {
            throw Verifier.stale(last, checkpoint, "");
        }
        List<Hash> proof = new Tree(new TiledNodes(log, checkpoint.size()), checkpoint.size()).consistency(last.size());
        Witness.Answer answer = witness.add(
                new AddCheckpoint(last.size(), proof, published.note()).text().getBytes(StandardCharsets.UTF_8));
        switch (answer.status()) {
            case 200 -> out.print(answer.body());
            case 403, 404 -> throw new TamperedException(Finding.SIGNATURE, "no log of the policy has signed this");
            case 409 -> throw new TamperedException(Finding.FORK, "another tree of this size was cosigned before");
            default -> throw new TamperedException(Finding.REWRITTEN, "the log does not extend what was cosigned");
        }
        if (options.has("hand-in") && options.get("hand-in").equals("yes")) {
            if (!(log instanceof LogClient client)) {
                throw new Options.UsageException("--hand-in takes a log with a URL");
            }
            client.cosigned(checkpoint.text() + "\n" + answer.body());
        }
        out.println("OK cosigned " + checkpoint.size() + " leaves of " + checkpoint.origin());
    }

    private void keygen(Options options) throws Options.UsageException, IOException {
        options.only(Set.of("name", "kind", "out"), 0);
        String name = options.get("name");
        byte kind =
                switch (options.get("kind")) {
                    case "log" -> NoteKey.LOG;
                    case "witness" -> NoteKey.WITNESS;
                    default -> throw new Options.UsageException("--kind takes log or witness");
                };
        if (!NoteKey.isName(name)) {
            throw new Options.UsageException("a name has no space and no plus");
        }
        NoteSigner signer = NoteSigner.generate(name, kind);
        signer.keepIn(options.path("out"));
        out.println(signer.key());
    }

    private void tell(Verifier.Verified verified, String more) {
        Checkpoint checkpoint = verified.checkpoint();
        String cosigned = verified.cosigners().values().stream()
                .min(Instant::compareTo)
                .map(oldest -> ", the oldest at " + oldest)
                .orElse("");
        out.println("OK " + checkpoint.origin() + " holds " + checkpoint.size() + " leaves, root " + checkpoint.root()
                + ", cosigned by " + verified.cosigners().keySet() + cosigned + more
                + (verified.first() ? ", seen for the first time" : ""));
    }

    private static Policy policy(Options options) throws Options.UsageException, FormatException, IOException {
        Policy policy = Policy.parse(Files.readAllBytes(options.path("policy")));
        if (options.has("log") && isUrl(options.get("log")) && !policy.servedAt(options.get("log"))) {
            throw new Options.UsageException("no log of the policy is served at this URL");
        }
        return policy;
    }

    private static boolean isUrl(String log) {
        return log.startsWith("http://") || log.startsWith("https://");
    }

    private static Tiles log(Options options) throws Options.UsageException {
        String log = options.get("log");
        if (!isUrl(log)) {
            return new TileFiles(options.path("log"));
        }
        try {
            return new LogClient(URI.create(log));
        } catch (IllegalArgumentException e) {
            throw new Options.UsageException("--log takes a URL or a folder");
        }
    }
}
