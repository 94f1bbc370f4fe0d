package org.simpul.safeguard;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The product command {@code keyset}: makes a keyset and takes the three steps of its rotation. It needs neither the
 * database nor a running hub, and writes no key to the screen.
 */
public final class KeysetCommand {
    public static final String NAME = "keyset";
    public static final String USAGE = "keyset new <file>; keyset add|promote|retire <old file> <new file>";

    private KeysetCommand() {}

    /**
     * @param arguments those behind {@code keyset}
     * @return the exit code
     */
    public static int run(String... arguments) {
        List<Path> files = Arrays.stream(arguments)
                .skip(1)
                .map(argument -> Path.of(argument))
                .toList();
        String step = arguments.length == 0 ? "" : arguments[0];
        try {
            if (step.equals("new") && files.size() == 1) {
                KeysetFile.create(files.get(0));
            } else if (step.equals("add") && files.size() == 2) {
                KeysetFile.add(files.get(0), files.get(1));
            } else if (step.equals("promote") && files.size() == 2) {
                KeysetFile.promote(files.get(0), files.get(1));
            } else if (step.equals("retire") && files.size() == 2) {
                KeysetFile.retire(files.get(0), files.get(1));
            } else {
                System.err.println(USAGE);
                return 1;
            }
            return 0;
        } catch (FileAlreadyExistsException e) {
            System.err.println("The file " + e.getMessage() + " is there already: a keyset is never overwritten.");
            return 1;
        } catch (IOException e) {
            System.err.println("Nothing was written: " + e.getMessage());
            return 1;
        }
    }
}
