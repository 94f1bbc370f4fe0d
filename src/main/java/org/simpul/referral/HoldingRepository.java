package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.simpul.shared.Ids;
import org.simpul.shared.Reference;

/** What the institution holds; its finders take a version that was loaded in scope. */
@ApplicationScoped
class HoldingRepository {
    private final EntityManager database;

    HoldingRepository(EntityManager database) {
        this.database = database;
    }

    List<DocumentReference> documents(ReferralVersion version) {
        return database
                .createQuery(
                        "from ReferralDocument d where d.versionId = :version order by d.position",
                        ReferralDocument.class)
                .setParameter("version", version.id)
                .getResultList()
                .stream()
                .map(DocumentReference::from)
                .toList();
    }

    List<HeldItem> heldItems(ReferralVersion version) {
        return database
                .createQuery(
                        "from ReferralHeldItem i where i.versionId = :version order by i.position",
                        ReferralHeldItem.class)
                .setParameter("version", version.id)
                .getResultList()
                .stream()
                .map(HeldItem::from)
                .toList();
    }

    void replaceDocuments(ReferralVersion version, List<DocumentReference> documents) {
        database.createQuery("delete from ReferralDocument d where d.versionId = :version")
                .setParameter("version", version.id)
                .executeUpdate();
        for (int i = 0; i < documents.size(); i++) {
            DocumentReference document = documents.get(i);
            ReferralDocument row = new ReferralDocument();
            row.id = Ids.next();
            row.owner = version.owner;
            row.versionId = version.id;
            row.position = i;
            row.kind = document.kind();
            row.number = document.number();
            row.issuedOn = document.issuedOn();
            row.issuer = document.issuer();
            row.holder = document.holder();
            row.sha256 = document.sha256();
            row.goamlReference = document.goamlReference();
            database.persist(row);
        }
    }

    /** Whoever has no reference yet gets one. */
    void replaceHeldItems(ReferralVersion version, List<HeldItem> items) {
        database.createQuery("delete from ReferralHeldItem i where i.versionId = :version")
                .setParameter("version", version.id)
                .executeUpdate();
        for (int i = 0; i < items.size(); i++) {
            HeldItem item = items.get(i);
            ReferralHeldItem row = new ReferralHeldItem();
            row.id = Ids.next();
            row.owner = version.owner;
            row.versionId = version.id;
            row.position = i;
            row.reference = item.reference() == null ? Reference.random("H") : item.reference();
            row.kind = item.kind();
            row.description = item.description();
            row.periodFrom = item.periodFrom();
            row.periodTo = item.periodTo();
            row.overwrittenOn = item.overwrittenOn();
            database.persist(row);
        }
    }
}
