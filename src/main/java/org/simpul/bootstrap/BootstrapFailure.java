package org.simpul.bootstrap;

/** Why nothing was set up, in words for the person at the terminal. */
class BootstrapFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BootstrapFailure(String message) {
        super(message);
    }
}
