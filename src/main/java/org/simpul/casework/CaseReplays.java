package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.Problem;
import org.simpul.shared.ReplayGuard;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Whoever was taken off the team of a restricted case is not told again what it did there. */
@ApplicationScoped
class CaseReplays implements ReplayGuard {
    private static final Pattern PATH = Pattern.compile(
            "/api/v1/(cases|disseminations)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?",
            Pattern.CASE_INSENSITIVE);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CaseRepository cases;
    private final DisseminationRepository disseminations;

    CaseReplays(
            CurrentCaller current, AccessPolicy policy, CaseRepository cases, DisseminationRepository disseminations) {
        this.current = current;
        this.policy = policy;
        this.cases = cases;
        this.disseminations = disseminations;
    }

    @Override
    public void requireSeen(String path) {
        Matcher named = PATH.matcher(path);
        if (!named.matches()) {
            return;
        }
        Visibility scope = policy.visibility(current.get());
        UUID id = UUID.fromString(named.group(2));
        boolean seen = "cases".equalsIgnoreCase(named.group(1))
                ? cases.find(scope, id).isPresent()
                : disseminations.find(scope, id).isPresent();
        if (!seen) {
            throw Problem.notFound();
        }
    }
}
