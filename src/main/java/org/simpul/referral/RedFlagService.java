package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.OpenDrafts.Draft;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.typology.TypologyService;

/** Red flags that a draft cites, each by a version of a typology that the institution may read. */
@ApplicationScoped
class RedFlagService {
    private final OpenDrafts drafts;
    private final TellingTexts telling;
    private final RedFlagRepository redFlags;
    private final TypologyService typologies;
    private final AuditLog audit;

    RedFlagService(
            OpenDrafts drafts,
            TellingTexts telling,
            RedFlagRepository redFlags,
            TypologyService typologies,
            AuditLog audit) {
        this.drafts = drafts;
        this.telling = telling;
        this.redFlags = redFlags;
        this.typologies = typologies;
        this.audit = audit;
    }

    @Transactional
    Edited<CiteRedFlags> replace(UUID referralId, @Nullable String ifMatch, CiteRedFlags cited) {
        Draft draft = drafts.open(referralId, ifMatch);
        List<CitedRedFlag> flags = cited.redFlags();
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < flags.size(); i++) {
            CitedRedFlag flag = flags.get(i);
            String field = "red_flags[" + i + "].red_flag_code";
            if (!typologies.cited(flag.typologyVersionId(), flag.redFlagCode())) {
                violations.add(new Violation(field, "unknown_red_flag"));
            } else if (!seen.add(flag.typologyVersionId() + " " + flag.redFlagCode())) {
                violations.add(new Violation(field, "repeated"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        telling.refuse(draft.version().id, cited);
        redFlags.replace(draft.version(), flags);
        drafts.written(draft);
        audit.record(
                ReferralAct.REFERRAL_RED_FLAGS_SET,
                new AuditedObject("REFERRAL", referralId, draft.referral().owner),
                "flags " + flags.size());
        return new Edited<>(cited, draft.referral().revision);
    }
}
