package org.simpul.interop.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Spooled;
import org.simpul.interop.reading.XmlFile;
import org.simpul.shared.CountedInputStream;

/**
 * Looks at a workbook before it is read: each part is unpacked once and thrown away, so that what a spreadsheet would
 * not write (a bomb, a document type, a cell in column ten million) is found before anything is held in memory.
 */
final class Workbooks {
    /** XFD1048576 is the last cell that there is. */
    private static final Pattern CELL = Pattern.compile("(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[0-9]{1,7}");

    /** Refusals of a part that are told as they are. */
    private static final Set<String> TOLD = Set.of("doctype_refused", "too_many_texts", "record_too_large");

    private static final long FREE_OF_RATIO = 1024L * 1024;

    /** What the reader keeps to the end of the book, whichever part it comes in; and formulas that many cells share. */
    private static final Set<String> KEPT = Set.of("si", "numFmt", "xf");

    /** What an element takes in memory beside its characters. */
    private static final int ELEMENT = 16;

    private final ImportLimits limits;
    private long left;
    private long kept;

    private Workbooks(ImportLimits limits) {
        this.limits = limits;
        this.left = limits.maxUnpackedBytes();
    }

    /** @throws FileRefused when it is no workbook that can be read in bounded memory */
    static void inspect(Spooled file, ImportLimits limits, Findings findings) throws FileRefused, IOException {
        Workbooks check = new Workbooks(limits);
        try (ZipFile zip = ZipFile.builder().setFile(file.path().toFile()).get()) {
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                if (!names.add(part.getName()) || names.size() > limits.maxParts()) {
                    throw new FileRefused("malformed_xlsx");
                }
                check.part(zip, part, findings);
            }
        } catch (Bomb e) {
            throw new FileRefused(e.getMessage());
        } catch (ZipException e) {
            throw new FileRefused("malformed_xlsx");
        }
    }

    private void part(ZipFile zip, ZipArchiveEntry part, Findings findings) throws FileRefused, IOException {
        String name = part.getName();
        if (name.contains("/media/") || name.contains("/embeddings/")) {
            findings.attachmentDropped();
        }
        if (part.isDirectory()) {
            return;
        }
        Unpacked unpacked = new Unpacked(zip.getInputStream(part), part.getCompressedSize());
        try (PushbackInputStream bytes = new PushbackInputStream(unpacked, 2)) {
            byte[] first = bytes.readNBytes(2);
            bytes.unread(first);
            // whatever its name says: what begins so is what the reader would take for XML
            if (first.length == 2 && startsXml(first[0] & 0xff, first[1] & 0xff)) {
                unpacked.isHeldInMemory = !name.startsWith("xl/worksheets/");
                xml(bytes);
            } else {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Markup, white space or a byte order mark. */
    private static boolean startsXml(int first, int second) {
        return first == '<' || first <= ' ' || first == 0xef || first == 0xfe || first == 0xff && second == 0xfe;
    }

    private void xml(InputStream bytes) throws FileRefused, IOException {
        try (XmlFile xml = new XmlFile(bytes, limits)) {
            xml.visit(new Measure());
        } catch (FileRefused e) {
            throw new FileRefused(TOLD.contains(e.code()) ? e.code() : "malformed_xlsx");
        }
    }

    /** Sums up what the reader holds at a time: a cell or shared text, a row, and what it keeps to the end. */
    private final class Measure implements XmlFile.Visitor {
        private int depth;
        /** Depths of the outermost cell, row and kept element that are open; 0 for none. */
        private int cellAt;

        private int rowAt;
        private int keptAt;
        private int cell;
        private int row;

        @Override
        public void enter(String name, Map<String, String> attributes) throws FileRefused {
            String place = attributes.get("r");
            boolean isCell = name.equals("c");
            if (isCell && place != null && !CELL.matcher(place).matches()) {
                throw new FileRefused("malformed_xlsx");
            }
            depth++;
            if (cellAt == 0 && (isCell || name.equals("si"))) {
                cellAt = depth;
                cell = 0;
            }
            if (rowAt == 0 && name.equals("row")) {
                rowAt = depth;
                row = 0;
            }
            if (keptAt == 0 && (KEPT.contains(name) || name.equals("f") && attributes.containsKey("ref"))) {
                keptAt = depth;
            }
            int length = ELEMENT + name.length() + XmlFile.length(attributes);
            row(length);
            keep(length);
        }

        @Override
        public void text(int length) throws FileRefused {
            cell += cellAt == 0 ? 0 : length;
            if (cell > limits.maxRowLength()) {
                throw new FileRefused("record_too_large");
            }
            row(length);
            keep(length);
        }

        @Override
        public void leave(String name) {
            cellAt = cellAt == depth ? 0 : cellAt;
            rowAt = rowAt == depth ? 0 : rowAt;
            keptAt = keptAt == depth ? 0 : keptAt;
            depth--;
        }

        private void row(int length) throws FileRefused {
            row += rowAt == 0 ? 0 : length;
            if (row > limits.maxRecordLength()) {
                throw new FileRefused("record_too_large");
            }
        }

        private void keep(int length) throws FileRefused {
            kept += keptAt == 0 ? 0 : length;
            if (kept > limits.maxSharedTexts()) {
                throw new FileRefused("too_many_texts");
            }
        }
    }

    /** What comes out of a part, counted against all limits. */
    private final class Unpacked extends CountedInputStream {
        private final long packed;
        private boolean isHeldInMemory;
        private long out;

        Unpacked(InputStream bytes, long packed) {
            super(bytes);
            this.packed = Math.max(packed, 1);
        }

        @Override
        protected void count(int read) throws Bomb {
            out += read;
            left -= read;
            if (left < 0 || out > FREE_OF_RATIO && out / packed > limits.maxUnpackedRatio()) {
                throw new Bomb("zip_bomb");
            }
            if (isHeldInMemory && out > limits.maxSharedTexts()) {
                throw new Bomb("too_many_texts");
            }
        }
    }

    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;

        Bomb(String code) {
            super(code);
        }
    }
}
