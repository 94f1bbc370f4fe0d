package org.simpul.tlog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile is served (C2SP tlog-tiles): {@code tile/0/x001/234} is whole, {@code tile/0/x001/234.p/17} holds the
 * first 17 hashes, {@code tile/entries/…} the data of the leaves.
 *
 * @param level from 0 to 63, or {@link #ENTRIES}
 * @param number from 0, within the level
 * @param width from 1 to 256 hashes or entries
 */
public record TilePath(int level, long number, int width) {
    public static final int ENTRIES = -1;
    public static final int FULL = 256;

    /** How many levels of the tree a tile spans. */
    static final int HEIGHT = 8;

    private static final Pattern FORM = Pattern.compile(
            "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > 63 || number < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no such tile");
        }
    }

    /**
     * The tile as a log of this size has it.
     *
     * @throws IllegalArgumentException if it has none of it
     */
    public static TilePath of(int level, long number, long size) {
        long hashes = count(level, size) - number * FULL;
        return new TilePath(level, number, (int) Math.min(FULL, hashes));
    }

    /** How many hashes, or entries, stand on this level of a log of this size. */
    public static long count(int level, long size) {
        int shift = Math.max(level, 0) * HEIGHT;
        return shift >= Long.SIZE ? 0 : size >>> shift;
    }

    /** @throws FormatException unless this is the one spelling of a tile's path */
    public static TilePath parse(String path) throws FormatException {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            throw new FormatException("not the path of a tile");
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        if (form.group(3) != null && width >= FULL) {
            throw new FormatException("a partial tile that is too wide");
        }
        long number;
        try {
            number = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        } catch (NumberFormatException e) {
            throw new FormatException("a tile's number that is too large");
        }
        TilePath tile = new TilePath(level, number, width);
        if (!tile.toString().equals(path)) {
            throw new FormatException("not the canonical path of a tile");
        }
        return tile;
    }

    public boolean isFull() {
        return width == FULL;
    }

    public TilePath full() {
        return new TilePath(level, number, FULL);
    }

    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder(String.format(Locale.ROOT, "%03d", number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + digits + (isFull() ? "" : ".p/" + width);
    }
}
