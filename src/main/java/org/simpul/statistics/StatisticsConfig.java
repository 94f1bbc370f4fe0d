package org.simpul.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How statistics are taken. What is shown of them is no configuration ({@link Cell}). */
@ConfigMapping(prefix = "simpul.statistics")
interface StatisticsConfig {

    /** Sectors that are told apart, as participants carry them; all others are counted together. */
    @WithDefault("bank,e-money,payment-gateway,remitter,vasp")
    List<String> sectors();

    /** Codes of typologies that are told apart; all others are counted together. */
    @WithDefault("T01,T02,T03,T04,T05,T06,T07,T08,T09,T10,T11,T12,P01")
    List<String> typologies();

    /** When it is looked for a quarter that is to be published: a cron expression in the hub's time zone, or {@code off}. */
    @WithDefault("0 15 2 * * ?")
    String at();
}
