package org.simpul.audit;

enum AuditAct implements Act {
    AUDIT_READ,
    AUDIT_OWN_READ,
    AUDIT_OBJECTS_READ,
    AUDIT_EXPORTED,
    AUDIT_OPENED
}
