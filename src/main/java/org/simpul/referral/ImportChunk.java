package org.simpul.referral;

import java.util.List;

/**
 * The next rows of a file.
 *
 * @param transactions the sound rows
 * @param errors what is wrong in the others, as far as it is kept
 * @param rowsRead rows of this chunk, sound or not
 * @param rowsFailed rows of this chunk that were refused
 */
public record ImportChunk(
        List<ImportedTransaction> transactions, List<RowError> errors, long rowsRead, long rowsFailed) {}
