package dev.babyagi.language.openai;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.ObjectMappers;
import com.openai.core.http.HttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.PromptMessage;
import dev.babyagi.language.openai.wire.ChatCompletion;
import dev.babyagi.language.openai.wire.EndpointFault;
import dev.babyagi.language.openai.wire.EndpointHttp;
import dev.babyagi.language.openai.wire.ReplyObserver;
import dev.babyagi.language.openai.wire.WarmUpHttpClient;
import dev.babyagi.language.openai.wire.WireException;

/**
 * An OpenAI-compatible endpoint, which sends each call as one request.
 * <p>
 * Building the client takes most of a second and its first call even longer, nearly all
 * of it for loading classes. Both happen in parallel to the start of the service, and
 * that first call goes to a {@link WarmUpHttpClient} instead of the network.
 */
final class ModelEndpoint implements AutoCloseable {

	/**
	 * The longest pause in a reply that is streamed. Servers that are busy with other
	 * requests make pauses, but none send a chunk a minute.
	 */
	static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

	private static final Logger logger = LoggerFactory.getLogger(ModelEndpoint.class);

	private final EndpointHttp http;

	private final FutureTask<OpenAiChatModel> model;

	ModelEndpoint(LanguageSettings settings, Duration longestSilence, InstantSource clock) {
		this.http = new EndpointHttp(settings.maxCallsInFlight(), settings.key().isPresent(), longestSilence, clock);
		this.model = new FutureTask<>(() -> chatModel(settings, this.http));
		Thread.ofPlatform().daemon().name("language-warm-up").start(() -> {
			this.model.run();
			say(chatModel(settings, new WarmUpHttpClient()),
					prompt("none", List.of(PromptMessage.system("Speak."), PromptMessage.user("Hello?")), Map.of(),
							ModelRequest.DEFAULT_TIMEOUT));
		});
	}

	private static OpenAiChatModel chatModel(LanguageSettings settings, HttpClient http) {
		var client = new OpenAIClientImpl(ClientOptions.builder()
			.httpClient(http)
			.jsonMapper(Json.MAPPER)
			.baseUrl(settings.address())
			// Without a key none is sent; the client still demands a text in its place.
			.apiKey(settings.key().orElse("none"))
			.maxRetries(0)
			.timeout(ModelRequest.DEFAULT_TIMEOUT)
			// The environment could switch on logs that contain bodies.
			.logLevel(LogLevel.OFF)
			.build());
		return OpenAiChatModel.builder().openAiClient(client).openAiClientAsync(client.async()).build();
	}

	/**
	 * Sends one request and waits for its answer.
	 * @param model the name of the model
	 * @param messages what the model is told
	 * @param parameters everything else in the body of the request; it does not use the
	 * setters of the options, so that a parameter can be renamed or left out
	 * @param maxTokens the longest reply that it asks for
	 * @param timeout the longest time for the whole call
	 * @param observer follows the answer, or {@code null}
	 * @throws WireException if there is no completion
	 */
	ChatCompletion send(String model, List<PromptMessage> messages, Map<String, Object> parameters, int maxTokens,
			Duration timeout, @Nullable ReplyObserver observer) {
		return EndpointHttp.asking(maxTokens, observer,
				() -> say(chatModel(), prompt(model, messages, parameters, timeout)));
	}

	private static Prompt prompt(String model, List<PromptMessage> messages, Map<String, Object> parameters,
			Duration timeout) {
		var options = OpenAiChatOptions.builder().model(model).timeout(timeout).extraBody(parameters).build();
		return new Prompt(messages.stream().map(ModelEndpoint::message).toList(), options);
	}

	private static Message message(PromptMessage message) {
		return switch (message.speaker()) {
			case SYSTEM -> new SystemMessage(message.text());
			case USER -> new UserMessage(message.text());
			case ASSISTANT -> new AssistantMessage(message.text());
		};
	}

	private static ChatCompletion say(OpenAiChatModel model, Prompt prompt) {
		try {
			return ChatCompletion.of(model.call(prompt));
		}
		catch (WireException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// Its message may quote what the provider wrote.
			logger.warn("The client of the model endpoint could not read an answer: {}", ex.getClass().getName());
			throw new WireException(new EndpointFault.Garbled("The answer has a form that the client does not read"));
		}
	}

	private OpenAiChatModel chatModel() {
		try {
			return this.model.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WireException(new EndpointFault.Interrupted(false));
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The client of the model endpoint could not be built", ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

	/**
	 * The JSON mapper of the SDK with shared buffers. By default each thread keeps its
	 * own, which is 16 kB for each call that waits for its answer. The warm-up builds
	 * this one mapper, and calls use it as well.
	 */
	private static final class Json {

		static final JsonMapper MAPPER = mapper();

		private static JsonMapper mapper() {
			JsonMapper mapper = ObjectMappers.jsonMapper().copy();
			mapper.getFactory().setRecyclerPool(JsonRecyclerPools.newConcurrentDequePool());
			return mapper;
		}

	}

}
