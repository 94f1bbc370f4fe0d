package org.simpul.typology;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

@Entity
class RedFlag {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    String code;
    int position;
    String textId;
    String textEn;

    @Enumerated(EnumType.STRING)
    Category category;

    int weight;
    String publisher;

    @Nullable
    String sourceDate;

    String sourceReference;

    @Enumerated(EnumType.STRING)
    Verification verification;

    static RedFlag of(TypologyVersion version, int position, RedFlagContent content) {
        RedFlag flag = new RedFlag();
        flag.id = Ids.next();
        flag.owner = version.owner;
        flag.versionId = version.id;
        flag.code = content.code();
        flag.position = position;
        flag.textId = content.text().id();
        flag.textEn = content.text().en();
        flag.category = content.category();
        flag.weight = content.weight();
        flag.publisher = content.provenance().publisher();
        flag.sourceDate = content.provenance().date();
        flag.sourceReference = content.provenance().reference();
        flag.verification = content.provenance().verification();
        return flag;
    }

    RedFlagContent content() {
        return new RedFlagContent(
                code,
                new Editions(textId, textEn),
                category,
                weight,
                new Provenance(publisher, sourceDate, sourceReference, verification));
    }
}
