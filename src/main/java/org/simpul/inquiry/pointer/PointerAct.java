package org.simpul.inquiry.pointer;

import org.simpul.audit.Act;

enum PointerAct implements Act {
    POINTER_ASKED,
    POINTER_TOLD,
    POINTER_SEARCH_LISTED,
    POINTER_SWITCH_PROPOSED,
    POINTER_SWITCHED_ON,
    POINTER_SWITCH_DECLINED,
    POINTER_SWITCHED_OFF,
    POINTER_SWITCH_LISTED
}
