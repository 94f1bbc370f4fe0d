package org.simpul.safeguard;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.simpul.safeguard.Keyring.Wrapped;

/** Makes data keys (AES-256-GCM, Tink) and opens wrapped ones. A data key is never kept but wrapped. */
@ApplicationScoped
class DataKeys {
    private final Keyring keyring;

    DataKeys(Keyring keyring) {
        this.keyring = keyring;
    }

    /** @return a new key, wrapped for the row that it is kept in */
    Wrapped make(UUID keyId, UUID owner) {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
            return keyring.wrap(bytes, Place.key(keyId, owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no data key can be made");
        }
    }

    Aead open(byte[] wrapped, UUID keyId, UUID owner) {
        byte[] bytes = keyring.unwrap(wrapped, Place.key(keyId, owner));
        try {
            return TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key does not encrypt");
        }
    }
}
