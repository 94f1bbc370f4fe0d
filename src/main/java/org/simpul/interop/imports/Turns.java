package org.simpul.interop.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.shared.Problem;

/** How many files this hub imports side by side, so that no institution takes all its threads and memory. */
@ApplicationScoped
public class Turns {
    private final SideBySide files;

    Turns(ImportLimits limits) {
        this.files = new SideBySide(limits.atOnce(), limits.atOncePerInstitution(), "too_many_imports");
    }

    /** @throws Problem BUSY when there is none left, of the institution or of the hub */
    public void take(UUID institution) {
        files.take(institution);
    }

    public void giveBack(UUID institution) {
        files.giveBack(institution);
    }
}
