package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.Visibility;
import org.simpul.typology.review.ReviewCopies;

/** Writes drafts, inside the use cases that have found their file, and record it. */
@ApplicationScoped
class Drafting {
    private final TypologyRepository repository;
    private final ReviewCopies copies;
    private final InstantSource clock;

    Drafting(TypologyRepository repository, ReviewCopies copies, InstantSource clock) {
        this.repository = repository;
        this.copies = copies;
        this.clock = clock;
    }

    /** @param author null for the hub itself, which brings the library along */
    TypologyVersion open(Typology file, int number, TypologyContent content, @Nullable UUID author) {
        TypologyVersion version = new TypologyVersion();
        version.id = Ids.next();
        version.owner = file.owner;
        version.typologyId = file.id;
        version.code = file.code;
        version.number = number;
        version.author = author;
        version.write(content, author, clock.instant());
        repository.create(version, content.redFlags());
        return version;
    }

    /** A draft that begins as a copy of the published version. */
    TypologyVersion next(Caller caller, Visibility scope, Typology file) {
        file.take(TypologyTransition.OPEN_NEXT);
        TypologyVersion published = repository.newest(scope, file.id).orElseThrow(Problem::notFound);
        return open(file, published.number + 1, published.content(repository.flags(published)), caller.person());
    }

    /** Writes the open draft anew; other content ends its review. */
    void write(Caller caller, Typology file, TypologyVersion version, TypologyContent content) {
        content.requireSound();
        file.take(TypologyTransition.EDIT);
        version.write(content, caller.person(), clock.instant());
        repository.replaceFlags(version, content.redFlags());
        copies.endUnless(version.id, version.content(repository.flags(version)));
    }
}
