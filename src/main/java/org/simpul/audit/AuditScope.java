package org.simpul.audit;

import org.simpul.access.Permission;

/** Whose acts are read. */
public enum AuditScope {
    /** Of everybody, by those who oversee the hub. */
    ALL(Permission.AUDIT_READ, AuditAct.AUDIT_READ),
    /** Of the people and machines of the reader's own institution. */
    OWN_PEOPLE(Permission.AUDIT_READ_OWN, AuditAct.AUDIT_OWN_READ),
    /** Of any person on what the reader's own institution owns; an authority's alone. */
    OWN_OBJECTS(Permission.AUDIT_READ_OWN_OBJECTS, AuditAct.AUDIT_OBJECTS_READ);

    private final Permission permission;
    private final Act act;

    AuditScope(Permission permission, Act act) {
        this.permission = permission;
        this.act = act;
    }

    Permission permission() {
        return permission;
    }

    /** @return what reading it is recorded as */
    Act act() {
        return act;
    }
}
