package io.distributor.backend.typed;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An event interface, read and ready to make emitters.
 */
final class EventInterface {

	private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, InvocationHandler.class);

	private static final MethodType BODY = MethodType.methodType(Object.class, Object.class, Object[].class);

	private final List<EventMethod> methods;

	private final Map<Method, EventCall> calls;

	private final MethodHandle constructor;

	private EventInterface(List<EventMethod> methods, Map<Method, EventCall> calls, MethodHandle constructor) {
		this.methods = methods;
		this.calls = calls;
		this.constructor = constructor;
	}

	static EventInterface read(Class<?> type, Consumer<String> nameCheck) {
		List<EventMethod> methods = new EventMethodReader(type, nameCheck).read();
		try {
			MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
			return new EventInterface(methods, calls(type, methods, lookup), constructor(type, lookup));
		}
		catch (IllegalAccessException | NoSuchMethodException ex) {
			throw new IllegalArgumentException(type.getName() + ": not accessible (expected: an interface whose "
					+ "package is open to " + EventInterface.class.getModule() + ")", ex);
		}
	}

	List<EventMethod> methods() {
		return this.methods;
	}

	Object newEmitter(EmitTarget target) {
		try {
			return (Object) this.constructor.invokeExact((InvocationHandler) new Emitter(this.calls, target));
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException("A proxy could not be made", ex);
		}
	}

	private static MethodHandle constructor(Class<?> type, MethodHandles.Lookup lookup)
			throws IllegalAccessException, NoSuchMethodException {
		InvocationHandler none = (proxy, method, arguments) -> null;
		Class<?> proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, none).getClass();
		return lookup.unreflectConstructor(proxy.getConstructor(InvocationHandler.class)).asType(CONSTRUCTOR);
	}

	private static Map<Method, EventCall> calls(Class<?> type, List<EventMethod> methods, MethodHandles.Lookup lookup)
			throws IllegalAccessException {
		Map<Method, EventCall> calls = new HashMap<>(ObjectMethods.calls(type));
		methods.forEach((method) -> calls.put(method.method(), EventCalls.of(method)));
		for (Method method : type.getMethods()) {
			if (method.isDefault()) {
				calls.put(method, EventCalls.ofBody(body(method, lookup)));
			}
		}
		return calls;
	}

	private static MethodHandle body(Method method, MethodHandles.Lookup lookup) throws IllegalAccessException {
		Class<?> declaring = method.getDeclaringClass();
		MethodHandles.Lookup inside = (declaring != lookup.lookupClass())
				? MethodHandles.privateLookupIn(declaring, MethodHandles.lookup()) : lookup;
		return inside.unreflectSpecial(method, declaring)
			.asFixedArity()
			.asSpreader(Object[].class, method.getParameterCount())
			.asType(BODY);
	}

	static boolean isEvent(Method method) {
		return Modifier.isAbstract(method.getModifiers()) && !ObjectMethods.contains(method);
	}

}
