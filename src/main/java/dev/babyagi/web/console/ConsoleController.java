package dev.babyagi.web.console;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.web.ContentTag;

/**
 * Serves the three files of the console. A browser asks each time whether they have
 * changed, so that page and script are always of the same version.
 */
@Hidden
@RestController
class ConsoleController {

	private final ConsoleFile page;

	private final ConsoleFile style;

	private final ConsoleFile script;

	ConsoleController(ContentTag tag) throws IOException {
		this.page = ConsoleFile.read("index.html", "html", tag);
		this.style = ConsoleFile.read("console.css", "css", tag);
		this.script = ConsoleFile.read("console.js", "javascript", tag);
	}

	@GetMapping("/")
	ResponseEntity<String> page() {
		return this.page.response();
	}

	@GetMapping("/console.css")
	ResponseEntity<String> style() {
		return this.style.response();
	}

	@GetMapping("/console.js")
	ResponseEntity<String> script() {
		return this.script.response();
	}

}
