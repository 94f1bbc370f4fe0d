package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a transaction can be in: a currency of ISO 4217, or a virtual asset by the tickers that the operator lists. */
@ApplicationScoped
public class Currencies {
    private final Set<String> known;

    /** @param virtualAssets tickers of three to five capitals */
    public Currencies(
            @ConfigProperty(name = "simpul.currencies.virtual-assets", defaultValue = VIRTUAL_ASSETS)
                    List<String> virtualAssets) {
        this.known = Stream.concat(
                        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
                        virtualAssets.stream().map(String::strip))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final String VIRTUAL_ASSETS =
            "BTC,ETH,USDT,USDC,TRX,BNB,XRP,SOL,LTC,DOGE,DASH,XMR,ADA,DAI,BUSD,IDRT,BIDR,MATIC,POL,TON";

    /** @param code in capitals */
    public boolean knows(String code) {
        return known.contains(code);
    }
}
