package org.simpul.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.Timeout;

/** Requests to addresses that came from outside: nothing is followed, kept or tried again, and nobody is waited for long. */
public final class OutsideHttp {
    private OutsideHttp() {}

    /** @param patience with a connection, and with each read */
    public static PoolingHttpClientConnectionManagerBuilder connections(DnsResolver addresses, Duration patience) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(patience))
                        .setSocketTimeout(Timeout.of(patience))
                        .build());
    }

    public static HttpClientBuilder client(HttpClientConnectionManager connections) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression();
    }

    /** Each read has its time; this one is for whoever sends a byte now and then. */
    public static void cancelLate(HttpUriRequestBase request, Duration patience) {
        CompletableFuture.delayedExecutor(patience.toMillis() * 2, TimeUnit.MILLISECONDS)
                .execute(request::cancel);
    }
}
