package dev.latchwork.tla.distributed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * Where the server can be reached. Immutable.
 *
 * @param host a name or address that every worker can resolve
 * @param port of the server's registry, 1 .. 65535
 */
public record Endpoint(String host, int port) {
    /** TLC's own default. */
    static final String DEFAULT_PORT = "10997";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the host is blank or the port out of range
     */
    public Endpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host must not be blank");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("the port must be 1 .. 65535, not " + port);
        }
    }

    /** A port of this machine that nobody uses now. */
    public static Endpoint free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new Endpoint("localhost", socket.getLocalPort());
        }
    }

    /**
     * Makes sure that a server can be started here.
     *
     * @throws IllegalArgumentException if the port is taken, or may not be used
     */
    void requireFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "port " + port + " cannot be used (" + e.getMessage() + "); choose another with --port", e);
        }
    }

    /** Whether somebody listens there now. Blocks for at most five seconds. */
    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT_LIMIT.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
