package org.simpul.shared;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the beginning of a picture, a film or an archive in a text, in the dress of base 64 (both alphabets, wrapped or
 * not), of hexadecimal, or of bytes escaped one by one ({@code %FF}, {@code \xFF}). The first bytes of a file say what it
 * is, so that few characters are enough, and no word begins like them.
 */
final class FileSignatures {
    /** Characters of base 64 that must follow on each other: twelve bytes. */
    private static final int SHORTEST_BASE64 = 16;
    /** Bytes in hexadecimal: fewer are a number of somebody's account. */
    private static final int SHORTEST_HEX = 16;

    private static final int SHORTEST_ESCAPED = 4;
    /** So many digits are no account number by chance. */
    private static final int CERTAIN_DIGITS = 12;

    private static final int MOST_BYTES = 24;
    private static final int BITS = 6;

    /** First bytes in hexadecimal; a dot stands for any digit. */
    private static final List<String> SIGNATURES = Stream.of(
                    // JPEG, by the marker of each of its kinds
                    "ffd8ffdb ffd8ffe. ffd8ffc0 ffd8fffe",
                    // PNG, GIF; WEBP, AVI, WAV; BMP with the length of its header; TIFF; Photoshop
                    "89504e470d0a1a0a 474946383761 474946383961",
                    "52494646........57454250 52494646........41564920 52494646........57415645",
                    "424d........0000....36000000 49492a00 4d4d002a 38425053",
                    // MP4, MOV, HEIC, AVIF; Matroska, WebM; FLV; MPEG; Ogg; MP3 with a tag; ASF
                    "........66747970 1a45dfa3 464c5601 000001ba 000001b3 4f676753 494433..00 3026b275",
                    // PDF; ZIP, XLSX and the like; RAR, 7z, gzip
                    "255044462d 504b0304 526172211a07 377abcaf271c 1f8b0800 1f8b0808")
            .flatMap(group -> Stream.of(group.split(" ")))
            .toList();

    private FileSignatures() {}

    static boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (begins(text, i) && (isBase64File(text, i) || isHexFile(text, i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run may begin here: behind anything that is no letter and no digit. */
    private static boolean begins(String text, int at) {
        return at == 0 || !isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isBase64File(String text, int from) {
        byte[] bytes = new byte[MOST_BYTES];
        int held = 0;
        int bits = 0;
        int count = 0;
        int characters = 0;
        for (int i = from; i < text.length() && count < MOST_BYTES; i++) {
            char c = text.charAt(i);
            int value = base64(c);
            int escaped = c == '%' ? percent(text, i) : -1;
            if (escaped >= 0) {
                value = base64((char) escaped);
                i += 2;
            }
            if (value < 0) {
                if (Character.isWhitespace(c) && characters > 0 || c == '\\') {
                    continue;
                }
                break;
            }
            characters++;
            held = (held << BITS | value) & 0xFFFF;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[count++] = (byte) (held >> bits);
            }
        }
        return characters >= SHORTEST_BASE64 && isSignature(bytes, count, true);
    }

    private static int base64(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        if (c == '+' || c == '-') {
            return 62;
        }
        return c == '/' || c == '_' ? 63 : -1;
    }

    private static boolean isHexFile(String text, int from) {
        byte[] bytes = new byte[MOST_BYTES];
        int count = 0;
        boolean escaped = false;
        int i = from;
        while (count < MOST_BYTES && i < text.length()) {
            int marked = escape(text, i);
            escaped |= marked > 0;
            i += marked;
            int value = pair(text, i);
            if (value < 0) {
                break;
            }
            bytes[count++] = (byte) value;
            i += 2;
            while (i < text.length() && isSeparator(text.charAt(i))) {
                i++;
            }
        }
        return count >= (escaped ? SHORTEST_ESCAPED : SHORTEST_HEX)
                && isSignature(bytes, count, text.substring(from, i).chars().anyMatch(Character::isLetter));
    }

    /** @return length of what marks one byte: {@code %}, {@code \x} or {@code 0x} */
    private static int escape(String text, int at) {
        char c = text.charAt(at);
        if (c == '%') {
            return 1;
        }
        boolean hex = at + 1 < text.length() && (text.charAt(at + 1) == 'x' || text.charAt(at + 1) == 'X');
        return hex && (c == '\\' || c == '0') ? 2 : 0;
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || c == ':' || c == ',' || c == '-';
    }

    private static int percent(String text, int at) {
        return pair(text, at + 1);
    }

    private static int pair(String text, int at) {
        if (at + 1 >= text.length()
                || !HexFormat.isHexDigit(text.charAt(at))
                || !HexFormat.isHexDigit(text.charAt(at + 1))) {
            return -1;
        }
        return HexFormat.fromHexDigit(text.charAt(at)) << 4 | HexFormat.fromHexDigit(text.charAt(at + 1));
    }

    /** @param hasLetters false for digits alone, which are account numbers unless very many of them are a signature */
    private static boolean isSignature(byte[] bytes, int count, boolean hasLetters) {
        String hex = HexFormat.of().formatHex(bytes, 0, count).toLowerCase(Locale.ROOT);
        return SIGNATURES.stream()
                .filter(signature -> hasLetters || signature.replace(".", "").length() >= CERTAIN_DIGITS)
                .anyMatch(signature -> isLike(hex, signature));
    }

    private static boolean isLike(String hex, String signature) {
        if (hex.length() < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (signature.charAt(i) != '.' && signature.charAt(i) != hex.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
