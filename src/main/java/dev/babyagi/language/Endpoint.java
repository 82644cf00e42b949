package dev.babyagi.language;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/**
 * An OpenAI-compatible endpoint: one call is one request.
 */
final class Endpoint implements AutoCloseable {

	private final EndpointHttp http;

	private final OpenAiChatModel model;

	Endpoint(LanguageSettings settings, InstantSource clock) {
		this.http = new EndpointHttp(settings.maxCallsInFlight(), settings.key().isPresent(), clock);
		var client = new OpenAIClientImpl(ClientOptions.builder()
			.httpClient(this.http)
			.baseUrl(settings.address())
			// Without a key none is sent; the client wants a word in its place.
			.apiKey(settings.key().orElse("none"))
			.maxRetries(0)
			.timeout(Ask.DEFAULT_TIMEOUT)
			// The environment could switch on logs that hold bodies.
			.logLevel(LogLevel.OFF)
			.build());
		this.model = OpenAiChatModel.builder().openAiClient(client).openAiClientAsync(client.async()).build();
	}

	/**
	 * Sends one request and waits for its answer.
	 * @param model the model's name
	 * @param system the instructions
	 * @param user the matter
	 * @param parameters everything else in the request's body; not by the options' own
	 * setters, so that a parameter can be renamed or left out by its name
	 * @param timeout the longest it may take in all
	 * @throws WireException if no completion came
	 */
	Completion send(String model, String system, String user, Map<String, Object> parameters, Duration timeout) {
		var options = OpenAiChatOptions.builder().model(model).timeout(timeout).extraBody(parameters).build();
		try {
			return Completion
				.of(this.model.call(new Prompt(List.of(new SystemMessage(system), new UserMessage(user)), options)));
		}
		catch (WireException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new WireException(new Fault.Garbled(
					"The answer has a form that the client does not read (" + ex.getClass().getSimpleName() + ")"));
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

}
