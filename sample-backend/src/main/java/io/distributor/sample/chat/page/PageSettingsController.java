package io.distributor.sample.chat.page;

import java.net.URI;
import java.util.List;

import io.distributor.backend.IndirectIo;

import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Tells the page where the distributors are.
 */
@RestController
class PageSettingsController {

	private final PageProperties properties;

	private final IndirectIo io;

	private final Environment environment;

	PageSettingsController(PageProperties properties, IndirectIo io, Environment environment) {
		this.properties = properties;
		this.io = io;
		this.environment = environment;
	}

	@GetMapping("/chat/config")
	PageSettings settings(UriComponentsBuilder page) {
		List<URI> distributors = this.properties.distributors();
		return new PageSettings(this.io.name(), !distributors.isEmpty() ? distributors : List.of(own(page)));
	}

	private URI own(UriComponentsBuilder page) {
		String port = this.environment.getRequiredProperty("local.distributor.port");
		return page.port(port).build().toUri();
	}

}
