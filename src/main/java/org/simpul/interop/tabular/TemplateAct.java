package org.simpul.interop.tabular;

import org.simpul.audit.Act;

enum TemplateAct implements Act {
    IMPORT_TEMPLATE_READ
}
