package org.simpul.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import org.simpul.casework.IntakeSummary;
import org.simpul.delivery.NotificationView;
import org.simpul.referral.ReferralSummary;
import org.simpul.shared.Page;

/** The templates, checked against their parameters when the hub is built. */
@CheckedTemplate(basePath = "console")
final class Pages {
    private Pages() {}

    static native TemplateInstance home(Frame frame);

    static native TemplateInstance disclosures(Frame frame, boolean received, Page<DisclosureRow> page);

    static native TemplateInstance referrals(Frame frame, Page<ReferralSummary> page);

    static native TemplateInstance intakes(Frame frame, Page<IntakeSummary> page, Instant now);

    static native TemplateInstance notifications(Frame frame, Page<NotificationView> page);

    static native TemplateInstance signedOut(Frame frame);

    static native TemplateInstance failure(Frame frame, Failure failure);

    /** In the language of the frame. */
    static TemplateInstance in(Frame frame, TemplateInstance page) {
        return page.setLocale(frame.language().locale());
    }
}
