package org.simpul.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first, walked by key and never counted.
 *
 * @param items the rows of this page
 * @param nextPageToken opaque; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextPageToken) {

    /**
     * Cuts a page from one row more than was asked for.
     *
     * @param rows at most {@code size + 1} rows
     * @param id the key that the list is ordered by
     */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, UUID> id) {
        if (rows.size() <= size) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, size));
        return new Page<>(items, PageRequest.token(id.apply(items.get(size - 1))));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextPageToken);
    }
}
