package org.simpul.delivery;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** So many sendings side by side, at most one for each target. */
final class Lane {
    private final int width;
    private final ExecutorService threads;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    Lane(String name, int width) {
        this.width = width;
        this.threads = new ThreadPoolExecutor(0, width + 1, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "delivery-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    int room() {
        return width - busy.size();
    }

    Set<UUID> busy() {
        return Set.copyOf(busy);
    }

    /** @param then after what has come well, when the target is free again */
    void start(UUID target, BooleanSupplier sending, Runnable then) {
        busy.add(target);
        threads.execute(() -> {
            boolean well = false;
            try {
                well = sending.getAsBoolean();
            } finally {
                busy.remove(target);
            }
            if (well) {
                then.run();
            }
        });
    }

    void close() {
        threads.shutdownNow();
    }
}
