package org.simpul.audit;

enum AuditAct implements Act {
    AUDIT_READ,
    AUDIT_OPENED
}
