package org.simpul.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The id of the running request, made by the hub; in the answer's header {@code Request-Id} and in each audit entry. */
@RequestScoped
public class RequestId {
    private final String id = UUID.randomUUID().toString();

    public String get() {
        return id;
    }
}
