package org.simpul.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.simpul.access.Purpose;
import org.simpul.access.Role;
import org.simpul.casework.IntakeStatus;
import org.simpul.referral.FormCode;
import org.simpul.referral.NoticeKind;
import org.simpul.referral.ReferralStatus;
import org.simpul.referral.Urgency;
import org.simpul.sharing.ObjectKind;

/** The words of the console, in {@code messages/text_id.properties} and {@code messages/text_en.properties}. */
@MessageBundle(value = "text", locale = "id")
public interface Texts {
    @Message
    String product();

    @Message
    String skip();

    @Message
    String menu();

    @Message
    String signed_in_as();

    @Message
    String sign_out();

    @Message
    String sign_in_again();

    @Message
    String to_home();

    @Message
    String emergency();

    @Message
    String emergency_call(String numbers);

    @Message
    String older();

    @Message
    String none();

    @Message
    String home_title();

    @Message
    String home_lead();

    @Message
    String home_nothing();

    @Message
    String signed_out_title();

    @Message
    String signed_out_text();

    @Message
    String section(Section section);

    @Message
    String section_lead(Section section);

    @Message
    String role(Role role);

    @Message
    String kind(ObjectKind kind);

    @Message
    String purpose(Purpose purpose);

    @Message
    String given();

    @Message
    String received();

    @Message
    String disclosures_direction();

    @Message
    String disclosures_empty_given();

    @Message
    String disclosures_empty_received();

    @Message
    String at();

    @Message
    String what();

    @Message
    String from();

    @Message
    String to();

    @Message
    String why();

    @Message
    String legal_basis();

    @Message
    String handling();

    @Message
    String until();

    @Message
    String recalled();

    @Message
    String named_person();

    @Message
    String group();

    @Message
    String urgency_column();

    @Message
    String urgency(Urgency urgency);

    @Message
    String due();

    @Message
    String late();

    @Message
    String reference();

    @Message
    String version(int number);

    @Message
    String state();

    @Message
    String received_at();

    @Message
    String intake_status(IntakeStatus status);

    @Message
    String intake_unread();

    @Message
    String intakes_empty();

    @Message
    String submitted_at();

    @Message
    String last_notice();

    @Message
    String form();

    @Message
    String referral_status(ReferralStatus status);

    @Message
    String notice(NoticeKind notice);

    @Message
    String form_code(FormCode code);

    @Message
    String referrals_empty();

    @Message
    String bell();

    @Message
    String bell_news();

    @Message
    String bell_urgent();

    @Message
    String notifications_lead();

    @Message
    String notifications_empty();

    @Message
    String notification_item();

    @Message
    String notification_urgent();

    @Message
    String notification_unread();

    @Message
    String notified_at();

    @Message
    String failure_title(Failure failure);

    @Message
    String failure_text(Failure failure);
}
