package dev.babyagi.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports to listen on. A process that is started again wants the one it had, so none is
 * given twice, nor is any of those that the system gives to whoever connects.
 */
final class Ports {

	private static final int FIRST = 10_000;

	private static final int END = 32_000;

	private static final AtomicInteger LAST = new AtomicInteger(new Random().nextInt(FIRST, END - 2000));

	private Ports() {
	}

	static int next() {
		int port = LAST.incrementAndGet();
		while (!isFree(port)) {
			port = LAST.incrementAndGet();
		}
		return port;
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			if (port >= END) {
				throw new IllegalStateException("No port is free", ex);
			}
			return false;
		}
	}

}
