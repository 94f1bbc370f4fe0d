package org.simpul.launch;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The packaged hub with the real PostgreSQL and the real Keycloak: the story of the demo, and a look at the console. */
class StoryIT {
    private final Installation installation = RunningHub.get();

    @Test
    void aBankRefersTheFiuDisseminatesAndOneAgencyFinds() {
        Story story = new Story(installation.hub(), installation.tokens(), new Progress(System.out));
        story.play();
        assertTrue(story.receipts().size() > 50, story.receipts().size() + " receipts");
        String told = installation.log().confirm(story.receipts());
        assertTrue(told.contains("all " + story.receipts().size() + " receipts"), told);
    }

    /** On a machine with a JDK alone there is no browser; {@code .ci/run} brings one, and there it must be looked at. */
    static boolean thereIsABrowser() {
        return System.getenv("CI") != null || ConsoleTour.hasBrowser();
    }

    @Test
    @EnabledIf(value = "thereIsABrowser", disabledReason = "no chromium on this machine; .ci/run installs it")
    void peopleLookAtTheConsole() {
        try (ConsoleTour tour = new ConsoleTour(installation.hub())) {
            tour.visit("ana", Demo.PASSWORD, "Bank Anggrek", List.of("/console/referrals", "/console/disclosures"));
            tour.visit(
                    "fajar",
                    Demo.PASSWORD,
                    "Unit Intelijen Keuangan Nusantara",
                    List.of("/console/intakes", "/console/disclosures"));
            tour.visit("xena", Demo.PASSWORD, "Satuan Perlindungan Anak Siber", List.of("/console/disclosures"));
        }
    }
}
