package io.distributor.sample.chat.login;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a token to whoever gives a name. An application of your own asks for more here.
 */
@RestController
class LoginController {

	private final Tokens tokens;

	LoginController(Tokens tokens) {
		this.tokens = tokens;
	}

	@PostMapping("/chat/login")
	Token login(@Valid @RequestBody Login login) {
		return new Token(this.tokens.issue(login.name()));
	}

	record Login(@NotNull UserName name) {

	}

	record Token(String token) {

	}

}
