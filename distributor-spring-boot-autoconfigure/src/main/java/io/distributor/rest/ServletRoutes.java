package io.distributor.rest;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The commands in Spring MVC.
 */
public final class ServletRoutes {

	private final RestCommands commands;

	private final JsonMapper mapper = new JsonMapper();

	/**
	 * Creates the routes.
	 * @param commands the commands
	 */
	public ServletRoutes(RestCommands commands) {
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

	private ServerResponse handle(RestCommand command, ServerRequest request) throws IOException {
		RestAnswer refusal = this.commands.refusal(head(request));
		if (refusal != null) {
			return response(refusal);
		}
		HttpServletRequest servletRequest = request.servletRequest();
		byte[] body = servletRequest.getInputStream().readNBytes(this.commands.maxBody() + 1);
		if (body.length > this.commands.maxBody()) {
			return response(this.commands.tooLarge());
		}
		CompletionStage<ServerResponse> response = this.commands.run(command, body).thenApply(this::response);
		return ServerResponse.async(response.toCompletableFuture());
	}

	private static RestHead head(ServerRequest request) {
		HttpHeaders headers = request.headers().asHttpHeaders();
		return new RestHead(headers.getFirst(HttpHeaders.AUTHORIZATION), request.principal().isPresent(),
				request.headers().contentType().filter(MediaType.APPLICATION_JSON::isCompatibleWith).isPresent(),
				request.headers().contentLength().orElse(-1));
	}

	private ServerResponse response(RestAnswer answer) {
		ServerResponse.BodyBuilder response = ServerResponse.status(answer.status())
			.headers((headers) -> answer.headers().forEach(headers::set));
		if (answer.body() == null) {
			return response.build();
		}
		return response.contentType(MediaType.parseMediaType(answer.contentType()))
			.body(this.mapper.writeValueAsBytes(answer.body()));
	}

}
