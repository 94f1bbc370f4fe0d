package org.simpul.interop.tabular;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param mapping how the file is to be read; left out for a file with the headers of our template */
@Schema(
        name = "OpenTransactionImport",
        example =
                """
                {"mapping": {"columns": {"date": "time", "amount": "value", "from_account": "sourceNodeId",
                "to_account": "targetNodeId"}, "currency": "IDR", "account": {"type": "BANK_ACCOUNT", "scope": "ID:014"},
                "date_format": "DAYS_SINCE_BASE", "base_date": "2026-01-01", "account_digits": 10}}""")
record OpenImport(@Valid @Nullable ImportMapping mapping) {}
