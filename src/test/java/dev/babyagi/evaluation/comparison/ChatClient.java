package dev.babyagi.evaluation.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a model without anything between.
 */
final class ChatClient {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient client = HttpClient.newHttpClient();

	private final String baseUrl;

	private final String model;

	ChatClient(String baseUrl, String model) {
		this.baseUrl = baseUrl;
		this.model = model;
	}

	/** Asks once. An empty system message is left out. */
	String ask(String system, String user, double temperature) {
		ObjectNode body = JSON.createObjectNode().put("model", this.model).put("temperature", temperature);
		ArrayNode messages = body.putArray("messages");
		if (!system.isEmpty()) {
			messages.addObject().put("role", "system").put("content", system);
		}
		messages.addObject().put("role", "user").put("content", user);
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.baseUrl + "/chat/completions"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString()))
			.build();
		try {
			String reply = this.client.send(request, HttpResponse.BodyHandlers.ofString()).body();
			return JSON.readTree(reply).path("choices").path(0).path("message").path("content").asString("");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A question with all that was said before it. */
	static String transcript(Question question) {
		return question.said().isEmpty() ? question.text() : "What was said so far, oldest first:\n"
				+ String.join("\n", List.copyOf(question.said())) + "\n\n" + question.text();
	}

}
