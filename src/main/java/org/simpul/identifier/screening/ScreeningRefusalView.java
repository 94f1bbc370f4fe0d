package org.simpul.identifier.screening;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a row was not asked; never the value.
 *
 * @param rowNumber the header of a table is row 1; the lines of a file of JSON are counted from 1 on
 * @param code stable; what a program decides by
 * @param message what to do next, in the language of {@code Accept-Language}
 */
@Schema(name = "ScreeningRunRefusal")
record ScreeningRefusalView(long rowNumber, String code, String message) {}
