package org.simpul.referral;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that the institution must see to before a day has passed.
 *
 * @param code stable, e.g. {@code statutory_overdue}
 * @param field path in the version
 * @param on the day that it is about, in the hub's time zone
 * @param message what to do, in the reader's language
 */
@Schema(name = "Warning")
record Warning(String code, String field, LocalDate on, String message) {}
