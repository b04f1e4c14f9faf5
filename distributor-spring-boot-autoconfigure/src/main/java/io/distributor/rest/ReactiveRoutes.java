package io.distributor.rest;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The commands in Spring WebFlux. They run on threads that may wait, as an emit does
 * while the link is full.
 */
public final class ReactiveRoutes {

	private final RestCommands commands;

	private final JsonMapper mapper = new JsonMapper();

	/**
	 * Creates the routes.
	 * @param commands the commands
	 */
	public ReactiveRoutes(RestCommands commands) {
		this.commands = commands;
	}

	/**
	 * Returns a route for each command.
	 * @param path path of all, without a slash at its end
	 * @return the routes
	 */
	public RouterFunction<ServerResponse> below(String path) {
		RouterFunctions.Builder routes = RouterFunctions.route();
		for (RestCommand command : RestCommand.values()) {
			routes.route(RequestPredicates.POST(path + "/" + command.path()), (request) -> handle(command, request));
		}
		return routes.build();
	}

	private Mono<ServerResponse> handle(RestCommand command, ServerRequest request) {
		return request.principal()
			.map((principal) -> true)
			.defaultIfEmpty(false)
			.flatMap((authenticated) -> answer(command, request, authenticated))
			.flatMap(this::response);
	}

	private Mono<RestAnswer> answer(RestCommand command, ServerRequest request, boolean authenticated) {
		RestAnswer refusal = this.commands.refusal(head(request, authenticated));
		if (refusal != null) {
			return Mono.just(refusal);
		}
		return DataBufferUtils.join(request.exchange().getRequest().getBody(), this.commands.maxBody())
			.map(ReactiveRoutes::bytes)
			.defaultIfEmpty(new byte[0])
			.publishOn(Schedulers.boundedElastic())
			.flatMap((body) -> Mono.fromCompletionStage(this.commands.run(command, body)))
			.onErrorResume(DataBufferLimitException.class, (ex) -> Mono.just(this.commands.tooLarge()));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static RestHead head(ServerRequest request, boolean authenticated) {
		ServerRequest.Headers headers = request.headers();
		return new RestHead(headers.firstHeader(HttpHeaders.AUTHORIZATION), authenticated,
				headers.contentType().filter(MediaType.APPLICATION_JSON::isCompatibleWith).isPresent(),
				headers.contentLength().orElse(-1));
	}

	private Mono<ServerResponse> response(RestAnswer answer) {
		ServerResponse.BodyBuilder response = ServerResponse.status(answer.status())
			.headers((headers) -> answer.headers().forEach(headers::set));
		if (answer.body() == null) {
			return response.build();
		}
		return response.contentType(MediaType.parseMediaType(answer.contentType()))
			.bodyValue(this.mapper.writeValueAsBytes(answer.body()));
	}

}
