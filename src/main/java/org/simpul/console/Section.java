package org.simpul.console;

import java.util.Arrays;
import java.util.List;
import org.simpul.access.Caller;
import org.simpul.access.Permission;

/** The pages of the menu; each is offered to those whose roles may open it. */
public enum Section {
    REFERRALS("/console/referrals", Permission.REFERRAL_DRAFT),
    INTAKES("/console/intakes", Permission.REFERRAL_TRIAGE),
    DISCLOSURES("/console/disclosures", Permission.DISCLOSURE_READ);

    private final String path;
    private final Permission permission;

    Section(String path, Permission permission) {
        this.path = path;
        this.permission = permission;
    }

    public String path() {
        return path;
    }

    static List<Section> of(Caller caller) {
        return Arrays.stream(values())
                .filter(section -> caller.may(section.permission))
                .toList();
    }
}
