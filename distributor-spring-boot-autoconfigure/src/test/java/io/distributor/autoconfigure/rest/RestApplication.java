package io.distributor.autoconfigure.rest;

import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnEvent;
import io.distributor.autoconfigure.Applications;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A backend that takes events by plain HTTP.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RestApplication.Rooms.class)
class RestApplication {

	static final String TOKEN = "a token of this test, 32 characters and more";

	static ConfigurableApplicationContext run(String role, String web, String... arguments) {
		String[] all = new String[arguments.length + 2];
		all[0] = "--spring.main.web-application-type=" + web;
		all[1] = "--distributor.rest.enabled=true";
		System.arraycopy(arguments, 0, all, 2, arguments.length);
		return Applications.runAs(role, RestApplication.class, all);
	}

	static class Rooms {

		@OnEvent("join")
		CompletionStage<RequestResult> join(Socket socket, String room) {
			return socket.join(room);
		}

	}

}
