package io.distributor.benchmarks.peer;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.store.RedissonStoreFactory;
import org.redisson.Redisson;
import org.redisson.config.Config;

/**
 * The peer netty-socketio. Usage: {@code PORT REDIS_PORT}. Does what the other servers of
 * the comparison do.
 */
public final class NettySocketIoServer {

	private NettySocketIoServer() {
	}

	public static void main(String[] arguments) {
		Config redis = new Config();
		redis.useSingleServer().setAddress("redis://127.0.0.1:" + arguments[1]);
		Configuration configuration = new Configuration();
		configuration.setHostname("127.0.0.1");
		configuration.setPort(Integer.parseInt(arguments[0]));
		configuration.setStoreFactory(new RedissonStoreFactory(Redisson.create(redis)));
		configuration.getSocketConfig().setTcpNoDelay(true);
		SocketIOServer server = new SocketIOServer(configuration);
		server.addEventListener("echo", String.class, (client, text, ack) -> ack.sendAckData(text));
		server.addEventListener("echoBytes", byte[].class, (client, bytes, ack) -> ack.sendAckData((Object) bytes));
		server.addEventListener("join", String.class, (client, room, ack) -> {
			client.joinRoom(room);
			ack.sendAckData(true);
		});
		server.addMultiTypeEventListener("publish",
				(client, news, ack) -> server.getBroadcastOperations()
					.sendEvent("news", news.<Long>get(0), news.<String>get(1)),
				Long.class, String.class);
		server.addMultiTypeEventListener("publishTo",
				(client, news, ack) -> server.getRoomOperations(news.<String>get(2))
					.sendEvent("news", news.<Long>get(0), news.<String>get(1)),
				Long.class, String.class, String.class);
		server.start();
		MemoryAnswers.start();
		System.out.println("listens on port " + arguments[0]);
		Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
	}

}
