package org.simpul.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database that is lost at one step: before a statement, before a commit, or behind it, when nobody hears any more that
 * it is done. Steps are counted from 0, over all of its connections.
 */
final class CrashingDatabase {
    private static final Set<String> STEPS = Set.of("createStatement", "prepareStatement", "createArrayOf");

    private final DataSource database;
    private final int last;
    private int step;
    private boolean crashed;

    CrashingDatabase(DataSource database, int last) {
        this.database = database;
        this.last = last;
    }

    boolean hasCrashed() {
        return crashed;
    }

    DataSource dataSource() {
        return proxy(
                DataSource.class, (method, arguments) -> connection((Connection) call(database, method, arguments)));
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            boolean commits = method.getName().equals("commit");
            if (commits || STEPS.contains(method.getName())) {
                crash(connection);
            }
            Object result = call(connection, method, arguments);
            if (commits) {
                crash(connection);
            }
            return result;
        });
    }

    private void crash(Connection connection) throws SQLException {
        if (step++ == last) {
            crashed = true;
            connection.abort(Runnable::run);
            throw new SQLException("lost at step " + last);
        }
    }

    private interface Call {
        Object with(Method method, Object[] arguments) throws Throwable;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.with(method, arguments)));
    }
}
