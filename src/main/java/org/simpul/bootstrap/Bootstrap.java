package org.simpul.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.SystemActor;
import org.simpul.participant.Founder;
import org.simpul.participant.FoundingService;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.typology.TypologyContent;
import org.simpul.typology.TypologyService;

/**
 * Sets up a new hub: admits its first members and drafts the library's typologies for the FIU. Both steps leave alone
 * what is there, so that a run after an interrupted one finishes it and any further run changes nothing.
 */
@ApplicationScoped
class Bootstrap {
    /** The name under which the audit log tells these acts. */
    static final String ACTOR = "bootstrap";

    private final YamlFiles files;
    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final FoundingService founding;
    private final TypologyService typologies;

    Bootstrap(
            YamlFiles files,
            SystemActor actor,
            ParticipantDirectory directory,
            FoundingService founding,
            TypologyService typologies) {
        this.files = files;
        this.actor = actor;
        this.directory = directory;
        this.founding = founding;
        this.typologies = typologies;
    }

    /**
     * @param participants a YAML file of the first members
     * @return what was done, in plain words, a sentence to a line
     * @throws BootstrapFailure when the file or the members there are do not allow it; no member was admitted then
     */
    List<String> run(Path participants) {
        List<TypologyContent> library = files.library();
        List<Founder> founders = files.participants(participants).participants().stream()
                .map(ParticipantsFile.Entry::founder)
                .toList();
        List<String> admitted = admit(founders);
        Member fiu = directory.fiu();
        List<String> drafted = actor.act(ACTOR, fiu, () -> library.stream()
                .filter(typologies::draftIfAbsent)
                .map(TypologyContent::code)
                .toList());
        return told(founders, admitted, library, drafted, fiu);
    }

    private List<String> admit(List<Founder> founders) {
        Founder operator = founders.stream()
                .filter(founder -> founder.kind() == ParticipantKind.OPERATOR)
                .findFirst()
                .orElseThrow(() -> new BootstrapFailure("The file names no participant of the kind OPERATOR."));
        Member acting = directory
                .admitted(operator.alias())
                .orElseGet(() -> new Member(Ids.next(), operator.alias(), operator.name(), operator.kind()));
        try {
            return actor.act(ACTOR, acting, () -> founding.admit(founders));
        } catch (Problem e) {
            throw new BootstrapFailure("Nothing was set up:\n  "
                    + e.violations().stream().map(Bootstrap::told).collect(Collectors.joining("\n  ")));
        }
    }

    private static String told(Violation violation) {
        ResourceBundle texts = ResourceBundle.getBundle("problems", Locale.ENGLISH);
        return violation.field() + ": " + texts.getString("violation." + violation.code());
    }

    private static List<String> told(
            List<Founder> founders,
            List<String> admitted,
            List<TypologyContent> library,
            List<String> drafted,
            Member fiu) {
        if (admitted.isEmpty() && drafted.isEmpty()) {
            return List.of("Nothing to do: all " + founders.size() + " members and " + library.size()
                    + " typologies are there already.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(told("members admitted", admitted, founders.size()));
        lines.add(told("typologies drafted for " + fiu.name(), drafted, library.size()));
        return lines;
    }

    private static String told(String what, List<String> done, int all) {
        return done.size() + " " + what
                + (done.isEmpty() ? "" : " (" + String.join(", ", done) + ")")
                + ", " + (all - done.size()) + " were there already.";
    }
}
