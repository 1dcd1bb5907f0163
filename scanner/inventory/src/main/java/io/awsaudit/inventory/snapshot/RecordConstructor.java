package io.awsaudit.inventory.snapshot;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the constructor of a record, once for each line of a snapshot at least. The first calls go by plain reflection, for
 * which the JVM makes nothing when it is started as the launcher does for small snapshots; those that follow by a method handle,
 * some twenty times faster, but a millisecond or two to make: most records of a small account are never made often enough to
 * repay it.
 */
final class RecordConstructor {
    private static final int BY_REFLECTION = 1_000;

    private final Constructor<?> constructor;
    private int calls;
    private volatile @Nullable MethodHandle handle;

    RecordConstructor(Constructor<?> constructor) {
        constructor.setAccessible(true);
        this.constructor = constructor;
    }

    /**
     * Makes a record.
     *
     * @throws RuntimeException that the constructor throws
     */
    Object call(@Nullable Object... components) {
        MethodHandle made = handle;
        if (made != null) {
            return call(made, components);
        }
        if (++calls <= BY_REFLECTION) { // more or less, where threads share it
            return reflect(components);
        }
        made = handle();
        handle = made;
        return call(made, components);
    }

    private Object reflect(@Nullable Object... components) {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(constructor.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.toString(), e);
        }
    }

    /** {@return the constructor as a method of an array of its arguments} */
    private MethodHandle handle() {
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asFixedArity()
                    .asType(MethodType.genericMethodType(constructor.getParameterCount()))
                    .asSpreader(Object[].class, constructor.getParameterCount());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constructor.toString(), e);
        }
    }

    private static Object call(MethodHandle made, @Nullable Object... components) {
        try {
            return (Object) made.invokeExact((Object[]) components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // no constructor of a record declares any
            throw new IllegalStateException(e);
        }
    }
}
