package org.simpul.audit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Around the transaction that such a method opens, if it opens one: that one alone goes without an entry. */
@NotAudited("")
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class NotAuditedInterceptor {
    private final EntryOrNothing rule;

    NotAuditedInterceptor(EntryOrNothing rule) {
        this.rule = rule;
    }

    @AroundInvoke
    Object let(InvocationContext call) throws Exception {
        boolean before = rule.excuse(true);
        try {
            return call.proceed();
        } finally {
            rule.excuse(before);
        }
    }
}
