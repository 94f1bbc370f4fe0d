package org.simpul.tlog;

/** The log contradicts its standard, its signature or what it said before. */
public final class TamperedException extends Exception {
    private final Finding finding;

    public TamperedException(Finding finding, String message) {
        super(message);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
