package org.simpul.statistics;

import org.simpul.audit.Act;

enum StatisticAct implements Act {
    STATISTIC_TAKEN,
    STATISTIC_LISTED,
    STATISTIC_READ
}
