package dev.babyagi.web.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Serves the pages that the {@code type} of a problem leads to. Their texts are {@code
 * resources/problems/*.md}. These consist of paragraphs with code in backticks and
 * nothing else, so that two replacements turn them into HTML.
 */
@Hidden
@RestController
@RequestMapping("/problems")
class ProblemPages {

	private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

	private static final String MARKDOWN = MediaType.TEXT_MARKDOWN_VALUE + ";charset=UTF-8";

	@GetMapping(produces = HTML)
	String list() {
		String items = Arrays.stream(ProblemType.values())
			.map((type) -> "<li><a href=\"%s\">%s</a>: %s</li>".formatted(type.uri(), type.slug(), type.title()))
			.collect(Collectors.joining("\n"));
		return page("Problems", "<ul>\n" + items + "\n</ul>");
	}

	@GetMapping(path = "/{slug}", produces = HTML)
	String page(@PathVariable String slug) {
		ProblemType type = type(slug);
		String paragraphs = Arrays.stream(text(type).strip().split("\n\n"))
			.map((paragraph) -> "<p>" + HtmlUtils.htmlEscape(paragraph) + "</p>")
			.collect(Collectors.joining("\n"))
			.replaceAll("`([^`]+)`", "<code>$1</code>");
		return page(type.title(), "<p>" + summary(type) + "</p>\n" + paragraphs);
	}

	@GetMapping(path = "/{slug}", produces = MARKDOWN)
	String markdown(@PathVariable String slug) {
		ProblemType type = type(slug);
		return "# " + type.title() + "\n\n" + summary(type) + "\n\n" + text(type);
	}

	private static ProblemType type(String slug) {
		return Arrays.stream(ProblemType.values())
			.filter((type) -> type.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no problem of this type"));
	}

	private static String summary(ProblemType type) {
		HttpStatus status = type.status();
		String where = (status != null) ? "HTTP status " + status.value() : "Occurs in a failed objective";
		return where + (type.retryable() ? "; the same request may succeed later."
				: "; sending the same request again does not help.");
	}

	private static String text(ProblemType type) {
		try {
			return new ClassPathResource("problems/" + type.slug() + ".md").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String page(String title, String body) {
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="color-scheme" content="light dark">
				<title>%1$s</title>
				</head>
				<body>
				<h1>%1$s</h1>
				%2$s
				</body>
				</html>
				""".formatted(title, body);
	}

}
