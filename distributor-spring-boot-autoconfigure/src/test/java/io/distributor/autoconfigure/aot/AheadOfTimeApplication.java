package io.distributor.autoconfigure.aot;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.distributor.annotation.OnEvent;
import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.autoconfigure.LinkAutoConfiguration;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import org.json.JSONObject;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A standalone that asks itself one question and ends.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, LifecycleAutoConfiguration.class,
		SslAutoConfiguration.class, JacksonAutoConfiguration.class, LinkAutoConfiguration.class,
		BackendAutoConfiguration.class, DistributorAutoConfiguration.class })
public class AheadOfTimeApplication {

	public static void main(String[] args) throws Exception {
		ConfigurableApplicationContext context = SpringApplication.run(AheadOfTimeApplication.class, args);
		System.out.println("generated=" + AotDetector.useGeneratedArtifacts() + " answer="
				+ ask(context.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class)));
		context.close();
		System.exit(0);
	}

	private static String ask(int port) throws Exception {
		Socket client = IO.socket(URI.create("http://localhost:" + port + "/chat"));
		BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
		client.on(Socket.EVENT_CONNECT, (nothing) -> client.emit("post",
				new Object[] { new JSONObject(Map.of("text", "hello")) }, (Ack) answers::add));
		client.connect();
		Object[] answer = answers.poll(20, TimeUnit.SECONDS);
		client.close();
		return Arrays.toString(answer);
	}

	@Bean
	PostHandlers postHandlers() {
		return new PostHandlers();
	}

	static class PostHandlers {

		@OnEvent("post")
		int post(Post post) {
			return post.text().length();
		}

	}

	record Post(String text) {

	}

}
