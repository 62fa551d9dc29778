package dev.latchwork.tla.distributed;

import java.util.concurrent.CountDownLatch;

/** Program: starts the workers that {@link M89_UnwatchedWorker} is, and does not end. Argument: the server's port. */
final class UnwatchedOwner {
    private UnwatchedOwner() {}

    public static void main(String[] arguments) throws Exception {
        Endpoint server = new Endpoint("localhost", Integer.parseInt(arguments[0]));
        try (WorkerJvms jvms = new WorkerJvms(M89_UnwatchedWorker.class)) {
            jvms.start(new WorkerSettings("localhost", 1, 1, 256), server);
            System.out.println("processes " + jvms.processIds());
            new CountDownLatch(1).await();
        }
    }
}
