package org.simpul.interop.imports;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.tabular.ImportMapping;
import org.simpul.referral.ImportFormat;

/**
 * What kind of file will come.
 *
 * @param format told by the file when it is left out; another file is refused when it is given
 * @param mapping how the file is to be read; left out for a file with the headers of our template, and for reports
 */
@Schema(
        name = "OpenTransactionImport",
        example =
                """
                {"format": "CSV", "mapping": {"columns": {"date": "time", "amount": "value", "from_account": "sourceNodeId",
                "to_account": "targetNodeId"}, "currency": "IDR", "account": {"type": "BANK_ACCOUNT", "scope": "ID:014"},
                "date_format": "DAYS_SINCE_BASE", "base_date": "2026-01-01", "account_digits": 10}}""")
record OpenImport(@Nullable ImportFormat format, @Valid @Nullable ImportMapping mapping) {}
