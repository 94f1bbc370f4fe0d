package org.simpul.interop.identifiers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import org.apache.commons.csv.CSVException;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.list.RowSource;
import org.simpul.interop.imports.Deadline;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.tabular.BoundedText;

/** A file that says in one way why it can't be read on, whatever it is made of. */
abstract class EntryFile implements RowSource {

    @Override
    public final @Nullable Row next() throws Stopped {
        try {
            return read();
        } catch (UncheckedIOException e) {
            throw new Stopped(rowNumber(), code(e.getCause()));
        } catch (IOException e) {
            throw new Stopped(rowNumber(), code(e));
        } catch (FileRefused e) {
            throw new Stopped(rowNumber(), e.code());
        } catch (Deadline.Missed e) {
            throw new Stopped(rowNumber(), "too_slow");
        }
    }

    abstract @Nullable Row read() throws IOException, FileRefused;

    /** @return of the row that is being read */
    abstract long rowNumber();

    /** What the file is to blame for; everything else went wrong on its way. */
    private static String code(IOException e) {
        if (e instanceof CharacterCodingException) {
            return "not_utf8";
        }
        if (e instanceof BoundedText.TooLong) {
            return e.getMessage();
        }
        return e instanceof CSVException ? "malformed_csv" : "broke_off";
    }
}
