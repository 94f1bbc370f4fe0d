package org.simpul.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StartScriptTest {

    @Test
    void itTellsItsCommandsFromWhereverItIsCalled() throws IOException, InterruptedException {
        for (String folder : new String[] {".", "docs"}) {
            File here = new File(folder).getCanonicalFile();
            String script = folder.equals(".") ? "./simpul" : "../simpul";
            Process help = new ProcessBuilder("bash", script, "help")
                    .directory(here)
                    .redirectErrorStream(true)
                    .start();
            String told = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, help.waitFor(), told);
            assertTrue(told.startsWith("./simpul demo"), told);
        }
    }
}
