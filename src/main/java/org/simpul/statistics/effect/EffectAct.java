package org.simpul.statistics.effect;

import org.simpul.audit.Act;

enum EffectAct implements Act {
    TYPOLOGY_EFFECT_READ
}
