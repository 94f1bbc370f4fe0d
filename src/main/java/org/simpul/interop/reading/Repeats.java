package org.simpul.interop.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which rows came before, by 64 bits of their SHA-256 each: two million rows take 32 MiB, and two that differ are taken
 * for equal once in ten million files of that length.
 */
public final class Repeats {
    private static final int FIRST_SIZE = 1 << 10;

    private final MessageDigest digest;
    private long[] slots = new long[FIRST_SIZE];
    private int taken;

    public Repeats() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether the text came before; it has come from now on */
    public boolean came(String text) {
        long print = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        // 0 marks a free slot
        return !add(print == 0 ? 1 : print);
    }

    private boolean add(long print) {
        if (taken * 2 >= slots.length) {
            grow();
        }
        int at = place(slots, print);
        if (slots[at] == print) {
            return false;
        }
        slots[at] = print;
        taken++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long print : slots) {
            if (print != 0) {
                larger[place(larger, print)] = print;
            }
        }
        slots = larger;
    }

    private static int place(long[] slots, long print) {
        int at = (int) (print & (slots.length - 1));
        while (slots[at] != 0 && slots[at] != print) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }
}
