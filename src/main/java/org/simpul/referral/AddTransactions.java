package org.simpul.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Transactions to be added to a draft, all of them or none. Larger numbers are imported from a file. */
@Schema(
        example =
                "{\"transactions\":[{\"booked_on\":\"2026-03-01\",\"amount\":150000.00,\"currency\":\"IDR\",\"from\":{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"1234567890\"},\"to\":{\"type\":\"E_WALLET\",\"scope\":\"dompetku\",\"value\":\"081200007777\"},\"channel\":\"MOBILE\",\"remark\":\"for the show\"}]}")
record AddTransactions(@NotNull @Size(min = 1, max = 500) @Valid List<@NotNull TransactionInput> transactions) {}
