package io.distributor.handler;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import io.distributor.backend.RoomListener;
import io.distributor.backend.Socket;

import org.springframework.util.StringUtils;

/**
 * Hears of rooms by a method of a bean.
 *
 * @param method the method
 * @param rooms which rooms it is about; of several that fit it is called once
 */
record RoomMethod(SocketHandlerMethod<RoomChange> method, List<Predicate<String>> rooms) implements RoomListener {

	/**
	 * Creates the listener.
	 * @param names names of rooms, or patterns
	 */
	static RoomMethod of(SocketHandlerMethod<RoomChange> method, HandlerTarget target, String[] names,
			HandlerTools tools) {
		return new RoomMethod(method,
				Arrays.stream(names).map(tools::resolve).map((name) -> matching(name, target)).toList());
	}

	private static Predicate<String> matching(String name, HandlerTarget target) {
		int star = name.indexOf('*');
		if (!StringUtils.hasText(name) || star != name.lastIndexOf('*')) {
			throw new InvalidHandlerMethodException(target.method(),
					"its room is '" + name + "' (expected: a name, or a pattern with one *)",
					"Name the rooms, such as \"lobby\" or \"game-*\", or name none to hear of all.");
		}
		if (star < 0) {
			return name::equals;
		}
		String begin = name.substring(0, star);
		String end = name.substring(star + 1);
		return (room) -> room.length() >= begin.length() + end.length() && room.startsWith(begin) && room.endsWith(end);
	}

	@Override
	public void onRoom(Socket socket, String room) throws Exception {
		if (this.rooms.stream().anyMatch((matching) -> matching.test(room))) {
			this.method.call(new RoomChange(socket, room));
		}
	}

}
