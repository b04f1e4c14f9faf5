package io.distributor.tests.reliability.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a node and its Redis and can cut them off from each other. May be used
 * from any thread.
 */
public final class TcpProxy implements AutoCloseable {

	private enum State {

		OPEN, BLOCKED, CUT

	}

	private final ServerSocket server;

	private volatile int target;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private State state = State.OPEN;

	/**
	 * Creates a proxy, which is open.
	 * @param target port of this machine that it leads to
	 */
	public TcpProxy(int target) {
		this.target = target;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		daemon("proxy", this::accept);
	}

	public int port() {
		return this.server.getLocalPort();
	}

	/**
	 * Leads connections to another port from now on; those there are stay.
	 * @param target port of this machine
	 */
	public void leadTo(int target) {
		this.target = target;
	}

	/**
	 * Lets everything through again. What was held back goes first, as after an outage of
	 * the network that was shorter than the patience of TCP.
	 */
	public void open() {
		become(State.OPEN);
	}

	/**
	 * Lets nothing through and closes nothing: neither end is told.
	 */
	public void block() {
		become(State.BLOCKED);
	}

	/**
	 * Closes all connections, and new ones at once.
	 */
	public void cut() {
		become(State.CUT);
		this.sockets.forEach(TcpProxy::close);
	}

	private synchronized void become(State state) {
		this.state = state;
		notifyAll();
	}

	private synchronized boolean isCut() {
		return this.state == State.CUT;
	}

	private synchronized void awaitUnblocked() throws InterruptedException {
		while (this.state == State.BLOCKED) {
			wait();
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket near = this.server.accept();
				if (isCut()) {
					near.close();
				}
				else {
					join(near);
				}
			}
		}
		catch (IOException ex) {
			this.sockets.forEach(TcpProxy::close);
		}
	}

	private void join(Socket near) throws IOException {
		this.sockets.add(near);
		Socket far;
		try {
			far = new Socket(InetAddress.getLoopbackAddress(), this.target);
		}
		catch (IOException ex) {
			forget(near);
			return;
		}
		this.sockets.add(far);
		near.setTcpNoDelay(true);
		far.setTcpNoDelay(true);
		daemon("proxy to redis", () -> pump(near, far));
		daemon("proxy from redis", () -> pump(far, near));
	}

	private void pump(Socket from, Socket to) {
		byte[] buffer = new byte[65_536];
		try {
			InputStream input = from.getInputStream();
			OutputStream output = to.getOutputStream();
			for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
				awaitUnblocked();
				output.write(buffer, 0, read);
			}
		}
		catch (IOException | InterruptedException ex) {
			// The end of one direction ends the other below.
		}
		finally {
			forget(from);
			forget(to);
		}
	}

	private void forget(Socket socket) {
		this.sockets.remove(socket);
		close(socket);
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void daemon(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		become(State.CUT);
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.sockets.forEach(TcpProxy::close);
	}

}
