package org.simpul.casework.network;

import org.simpul.audit.Act;

enum NetworkAct implements Act {
    CASE_NETWORK_READ,
    CASE_NETWORK_EXPANDED,
    CASE_MONEY_FLOW_READ,
    CASE_TRANSACTIONS_READ
}
