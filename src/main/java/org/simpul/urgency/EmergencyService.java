package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;

/** Tells whoever is signed in whom to call. */
@ApplicationScoped
class EmergencyService {
    private final EmergencyContacts contacts;
    private final AuditLog audit;

    EmergencyService(EmergencyContacts contacts, AuditLog audit) {
        this.contacts = contacts;
        this.audit = audit;
    }

    @Transactional
    EmergencyNotice read() {
        audit.record(UrgencyAct.EMERGENCY_CONTACTS_READ, AuditedObject.list("EMERGENCY_CONTACT"));
        return contacts.notice();
    }
}
