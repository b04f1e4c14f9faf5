package io.distributor.autoconfigure.rest;

import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;

import io.distributor.autoconfigure.Applications;
import io.distributor.autoconfigure.Client;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plain HTTP into one process, with each of Spring's web servers.
 */
@ParameterizedClass
@ValueSource(strings = { "servlet", "reactive" })
class RestStandaloneTests {

	private static ConfigurableApplicationContext context;

	private static RestCaller caller;

	private static int port;

	@Parameter
	private String web;

	@BeforeParameterizedClassInvocation
	static void start(String web) {
		context = RestApplication.run("standalone", web, "--distributor.rest.token=" + RestApplication.TOKEN,
				"--distributor.rest.max-body-size=2000B");
		port = Applications.port(context);
		caller = RestCaller.of(context).awaitReady("/chat");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		context.close();
	}

	@Test
	void emitsToEverybody() throws Exception {
		try (Client ann = Client.to(port, "/chat").connect(); Client bob = Client.to(port, "/chat").connect()) {
			BlockingQueue<Object[]> toAnn = ann.on("news");
			BlockingQueue<Object[]> toBob = bob.on("news");
			HttpResponse<String> response = caller.post("emit",
					"{'namespace':'/chat','event':'news','args':[{'price':1.5},'text',null,7]}");
			assertThat(response.statusCode()).isEqualTo(202);
			assertThat(response.body()).isEmpty();
			Object[] arguments = Client.take(toAnn);
			assertThat(((JSONObject) arguments[0]).get("price")).hasToString("1.5");
			assertThat(arguments[1]).isEqualTo("text");
			assertThat(arguments[2]).isIn(null, JSONObject.NULL);
			assertThat(arguments[3]).isEqualTo(7);
			assertThat(Client.take(toBob)).hasSize(4);
		}
	}

	@Test
	void emitsToRoomsAndLeavesOthersOut() throws Exception {
		try (Client ann = Client.to(port, "/chat").connect(); Client bob = Client.to(port, "/chat").connect()) {
			BlockingQueue<Object[]> toAnn = ann.on("room");
			BlockingQueue<Object[]> toBob = bob.on("room");
			ann.ask("join", "red");
			bob.ask("join", "red");
			bob.ask("join", "blue");
			assertAccepted("{'namespace':'chat','rooms':['red'],'except':['blue'],'event':'room','args':['red']}");
			assertAccepted("{'namespace':'chat','rooms':['blue'],'event':'room','args':['blue'],'volatile':true}");
			assertThat(Client.take(toAnn)).containsExactly("red");
			assertThat(Client.take(toBob)).containsExactly("blue");
		}
	}

	@Test
	void joinsLeavesAndDisconnects() throws Exception {
		try (Client ann = Client.to(port, "/chat").connect(); Client bob = Client.to(port, "/chat").connect()) {
			ann.ask("join", "green");
			bob.ask("join", "green");
			assertThat(sockets("join", "{'namespace':'/chat','rooms':['green'],'join':['lime','olive']}")).isEqualTo(2);
			assertThat(sockets("leave", "{'namespace':'/chat','rooms':['lime'],'leave':['green']}")).isEqualTo(2);
			BlockingQueue<Object[]> gone = ann.on("disconnect");
			assertThat(sockets("disconnect", "{'namespace':'/chat','rooms':['olive']}")).isEqualTo(2);
			assertThat(Client.take(gone)).containsExactly("io server disconnect");
			assertThat(sockets("disconnect", "{'namespace':'/chat','rooms':['green']}")).isZero();
		}
	}

	private static long sockets(String command, String body) throws Exception {
		HttpResponse<String> response = caller.post(command, body);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(RestCaller.json(response).path("silentDistributors").isEmpty()).isTrue();
		return RestCaller.json(response).path("sockets").asLong();
	}

	@Test
	void refusesWhoHasNotTheToken() throws Exception {
		String body = "{'namespace':'/chat','event':'stolen'}";
		for (String authorization : new String[] { "Bearer " + RestApplication.TOKEN + "x", "Bearer ", "Basic YTpi",
				RestApplication.TOKEN }) {
			HttpResponse<String> response = caller.as(authorization).post("emit", body);
			assertProblem(response, 401, "Authorization");
			assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
			assertThat(response.body()).doesNotContain(RestApplication.TOKEN);
		}
	}

	@Test
	void refusesWhatWouldSelectEverybodyByMistake() throws Exception {
		try (Client client = Client.to(port, "/chat").connect()) {
			BlockingQueue<Object[]> events = client.on("private");
			assertProblem(caller.post("emit", "{'namespace':'/chat','room':'a','event':'private'}"), 400, "room:");
			assertProblem(caller.post("emit", "{'namespace':'/chat','rooms':[],'event':'private'}"), 400, "rooms:");
			assertProblem(caller.post("emit", "{'namespace':'/chat','rooms':null,'event':'private'}"), 400, "rooms:");
			assertProblem(caller.post("emit", "{'namespace':'/chat','rooms':['a'],'rooms':['b'],'event':'private'}"),
					400, "body:");
			assertAccepted("{'namespace':'/chat','event':'private','args':['first']}");
			assertThat(Client.take(events)).containsExactly("first");
		}
	}

	@Test
	void refusesWhatIsMalformed() throws Exception {
		assertProblem(caller.post("emit", "{'namespace':'/chat',"), 400, "body:");
		assertProblem(caller.post("emit", "{'namespace':'/chat','event':'a'} more"), 400, "body:");
		assertProblem(caller.post("emit", "[]"), 400, "body:");
		assertProblem(caller.post("emit", ""), 400, "body:");
		assertProblem(caller.post("emit", "{'event':'a'}"), 400, "namespace:");
		assertProblem(caller.post("emit", "{'namespace':'/chat'}"), 400, "event:");
		assertProblem(caller.post("emit", "{'namespace':'/chat','event':'a','args':{}}"), 400, "args:");
		assertProblem(caller.post("emit", "{'namespace':'/chat','event':'a','volatile':'yes'}"), 400, "volatile:");
		assertProblem(caller.post("emit", "{'namespace':'/chat','event':'a','rooms':[1]}"), 400, "rooms:");
		assertProblem(caller.post("join", "{'namespace':'/chat'}"), 400, "join:");
		assertProblem(caller.postText("emit", "{}"), 415, "Content-Type");
		assertProblem(caller.post("emit", "[".repeat(1500)), 400, "body:");
	}

	@Test
	void refusesReservedNames() throws Exception {
		assertProblem(caller.post("emit", "{'namespace':'/chat','event':'connect'}"), 400, "not reserved");
		assertProblem(caller.post("emit", "{'namespace':'/chat','event':'disconnect'}"), 400, "not reserved");
		assertProblem(caller.post("emit", "{'namespace':'/chat','event':'a','rooms':['\\u0000user:ann']}"), 400,
				"room:");
	}

	@Test
	void refusesANamespaceOfOthersAndDoesNotComeToOwnIt() throws Exception {
		for (int i = 0; i < 2; i++) {
			assertProblem(caller.post("emit", "{'namespace':'/other','event':'a'}"), 404, "/other");
		}
	}

	@Test
	void refusesABodyThatIsTooLarge() throws Exception {
		String body = "{'namespace':'/chat','event':'a','args':['%s']}".formatted("x".repeat(2000)).replace('\'', '"');
		assertProblem(caller.post("emit", body), 413, "2000 bytes");
		assertProblem(caller.postPieces("emit", body), 413, "2000 bytes");
	}

	private static void assertAccepted(String body) throws Exception {
		HttpResponse<String> response = caller.post("emit", body);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
	}

	private static void assertProblem(HttpResponse<String> response, int status, String detail) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(RestCaller.json(response).path("status").asInt()).isEqualTo(status);
		assertThat(RestCaller.json(response).path("title").asString()).isNotEmpty();
		assertThat(RestCaller.json(response).path("detail").asString()).contains(detail);
	}

}
