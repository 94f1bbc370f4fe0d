package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.Problem;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Whoever does not see a request or thread any more is not told again what it did there. */
@ApplicationScoped
class RfiReplays implements ReplayGuard {
    private static final Pattern PATH = Pattern.compile(
            "/api/v1/(rfis|rfi-threads)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?",
            Pattern.CASE_INSENSITIVE);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final RfiRepository files;
    private final ThreadRepository threads;

    RfiReplays(CurrentCaller current, AccessPolicy policy, RfiRepository files, ThreadRepository threads) {
        this.current = current;
        this.policy = policy;
        this.files = files;
        this.threads = threads;
    }

    @Override
    public void requireSeen(String path) {
        Matcher named = PATH.matcher(path);
        if (!named.matches()) {
            return;
        }
        Visibility scope = policy.visibility(current.get());
        UUID id = UUID.fromString(named.group(2));
        boolean seen = "rfis".equalsIgnoreCase(named.group(1))
                ? files.find(scope, id).isPresent()
                : threads.find(scope, id).isPresent();
        if (!seen) {
            throw Problem.notFound();
        }
    }
}
