package org.simpul.identifier;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** A table of bank codes that can't be read stops the hub when it starts, and not at the first account. */
@Startup
@Singleton
class BankCodesAtStart {

    BankCodesAtStart() {
        BankCodes.configured();
    }
}
