package org.simpul.tlog;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The commands of a member that verifies the log, or is a witness of it. */
public final class Main {
    static final int HOLDS = 0;
    static final int TAMPERED = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;

    /** Within that time after its answer a leaf is in a checkpoint. */
    private static final Duration DUE = Duration.ofSeconds(60);

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
            L is a URL or a folder. Exit: 0 it holds, 1 tampering is found, 2 usage, 3 not reachable or not readable.
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
        } catch (IOException e) {
            err.println("UNREACHABLE " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return UNREACHABLE;
        }
    }

    private void verify(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(Set.of("log", "policy", "state"), 0);
        Verifier.Verified verified = verifier(options, log(options)).verify();
        tell(verified, "");
    }

    private void entry(Options options) throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(Set.of("log", "policy", "state"), 1);
        Entry entry = Entry.parse(Files.readString(options.files().get(0)));
        Verifier verifier = verifier(options, log(options));
        Verifier.Verified verified = verifier.verify();
        verifier.includes(verified.checkpoint(), entry);
        tell(verified, ", entry " + entry.index() + " is in it");
    }

    private void receipts(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(Set.of("log", "policy", "state"), 1);
        Receipts receipts = Receipts.parse(Files.readString(options.files().get(0)));
        Verifier verifier = verifier(options, log(options));
        Verifier.Verified verified = verifier.verify();
        Verifier.Included included = verifier.includes(
                verified.checkpoint(),
                receipts,
                clock.instant().minus(DUE),
                (leaf, index) -> out.println(leaf + " " + index));
        tell(verified, ", " + included.found() + " receipts are in it, " + included.pending() + " are not yet due");
    }

    private void mirror(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(Set.of("log", "policy", "state", "into"), 0);
        TileFiles files = new TileFiles(options.path("into"));
        Verifier verifier = verifier(options, new Mirror(files, log(options)));
        Verifier.Verified verified = verifier.verify();
        verifier.everything(verified.checkpoint());
        files.putCheckpoint(verified.note().toString().getBytes(StandardCharsets.UTF_8));
        tell(verified, ", all of its tiles and entries come to its root");
    }

    private void witness(Options options)
            throws Options.UsageException, FormatException, IOException, TamperedException {
        options.only(Set.of("log", "policy", "state", "key", "listen", "hand-in"), 0);
        NoteSigner signer =
                NoteSigner.parse(Files.readString(options.path("key")).strip());
        if (signer.key().kind() != NoteKey.WITNESS) {
            throw new Options.UsageException("the key is not one of a witness");
        }
        Witness witness = new Witness(policy(options).logs(), signer, new Kept(options.path("state")), clock);
        if (options.has("listen")) {
            listen(options.get("listen"), witness);
        } else {
            cosign(options, witness);
        }
    }

    private void listen(String address, Witness witness) throws Options.UsageException, IOException {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xffff) {
            throw new Options.UsageException("--listen takes HOST:PORT");
        }
        WitnessServer server = WitnessServer.start(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(port)), witness);
        out.println("OK the witness listens on port " + server.port());
    }

    private void cosign(Options options, Witness witness)
            throws Options.UsageException, IOException, TamperedException {
        Tiles log = log(options);
        Verifier.Published published = Verifier.published(log.newest());
        Checkpoint checkpoint = published.checkpoint();
        long old = Math.min(witness.last(checkpoint.origin()).size(), checkpoint.size());
        List<Hash> proof = new Tree(new TiledNodes(log, checkpoint.size()), checkpoint.size()).consistency(old);
        Witness.Answer answer = witness.add(
                new AddCheckpoint(old, proof, published.note()).text().getBytes(StandardCharsets.UTF_8));
        switch (answer.status()) {
            case 200 -> out.print(answer.body());
            case 403, 404 -> throw new TamperedException(Finding.SIGNATURE, "no log of the policy has signed this");
            case 409 ->
                throw new TamperedException(Finding.FORK, "another tree, or a shorter one, was cosigned before");
            default -> throw new TamperedException(Finding.REWRITTEN, "the log does not extend what was cosigned");
        }
        if (options.has("hand-in")) {
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
        out.println("OK " + checkpoint.origin() + " holds " + checkpoint.size() + " leaves, root " + checkpoint.root()
                + ", cosigned by " + verified.cosigners() + more);
    }

    private static Verifier verifier(Options options, Tiles log)
            throws Options.UsageException, FormatException, IOException {
        return new Verifier(policy(options), log, new Kept(options.path("state")));
    }

    private static Policy policy(Options options) throws Options.UsageException, FormatException, IOException {
        return Policy.parse(Files.readAllBytes(options.path("policy")));
    }

    private static Tiles log(Options options) throws Options.UsageException {
        String log = options.get("log");
        if (!log.startsWith("http://") && !log.startsWith("https://")) {
            return new TileFiles(options.path("log"));
        }
        try {
            return new LogClient(URI.create(log));
        } catch (IllegalArgumentException e) {
            throw new Options.UsageException("--log takes a URL or a folder");
        }
    }
}
