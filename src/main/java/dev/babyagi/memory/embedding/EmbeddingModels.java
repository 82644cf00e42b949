package dev.babyagi.memory.embedding;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.openai.http.okhttp.SpringAiOpenAiHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Chooses the model of embeddings: a bean of type {@link EmbeddingModel}, else the
 * endpoint that is configured, else a model in this process. Nothing of it is loaded
 * before it is first used.
 */
@Component
public class EmbeddingModels {

	private static final String NONE = "none";

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final @Nullable TextEmbedder present;

	private final Function<String, Optional<TextEmbedder>> others;

	@Autowired
	EmbeddingModels(EmbeddingSettings settings, ObjectProvider<EmbeddingModel> beans) {
		this(choose(settings, beans.getIfAvailable()), EmbeddingModels::loadable);
	}

	/**
	 * Creates a choice that is made.
	 * @param others finds a model that can be run as well, by its name
	 */
	EmbeddingModels(@Nullable TextEmbedder present, Function<String, Optional<TextEmbedder>> others) {
		this.present = present;
		this.others = others;
	}

	private static @Nullable TextEmbedder choose(EmbeddingSettings settings, @Nullable EmbeddingModel bean) {
		if (bean != null) {
			String name = (settings.model() != null) ? settings.model() : bean.getClass().getSimpleName();
			return new TextEmbedder(name, SingletonSupplier.of(bean));
		}
		if (settings.isEndpoint()) {
			String name = settings.endpointModel()
					+ ((settings.dimensions() != null) ? ":" + settings.dimensions() : "");
			return new TextEmbedder(name, SingletonSupplier.of(() -> endpoint(settings)));
		}
		String name = (settings.model() != null) ? settings.model() : LocalModel.MINI_LM.id();
		return NONE.equals(name) ? null : local(name);
	}

	private static TextEmbedder local(String name) {
		LocalModel local = LocalModel.named(name)
			.orElseThrow(() -> new IllegalArgumentException("babyagi.memory.embedding.model=" + name + " is no model "
					+ "that runs in this process. For one of an endpoint, set babyagi.memory.embedding.base-url"));
		if (!local.isPresent()) {
			throw new IllegalArgumentException("babyagi.memory.embedding.model=" + name + " needs the jar "
					+ local.artifact() + " on the class path");
		}
		return embedder(local);
	}

	private static TextEmbedder embedder(LocalModel local) {
		return new TextEmbedder(local.id(), SingletonSupplier.of(() -> LocalEmbeddingModel.load(local)),
				local.isEnglish());
	}

	private static EmbeddingModel endpoint(EmbeddingSettings settings) {
		ClientOptions.Builder client = ClientOptions.builder()
			.httpClient(SpringAiOpenAiHttpClient.builder().timeout(TIMEOUT).build())
			.baseUrl(settings.address())
			// Without a key none is sent; the client still demands a text in its place.
			.apiKey((settings.apiKey() != null) ? settings.apiKey() : NONE)
			.maxRetries(0)
			.timeout(TIMEOUT)
			// The environment could switch on logs that contain bodies.
			.logLevel(LogLevel.OFF);
		OpenAiEmbeddingOptions.Builder options = OpenAiEmbeddingOptions.builder()
			.model(settings.endpointModel())
			.timeout(TIMEOUT);
		if (settings.dimensions() != null) {
			options.dimensions(settings.dimensions());
		}
		return OpenAiEmbeddingModel.builder()
			.openAiClient(new OpenAIClientImpl(client.build()))
			.options(options.build())
			.build();
	}

	/** The model that embeds what is new; nothing if vectors are switched off. */
	public Optional<TextEmbedder> present() {
		return Optional.ofNullable(this.present);
	}

	/**
	 * Finds a model by the name under which its vectors are kept, if it still can be run.
	 */
	public Optional<TextEmbedder> named(String name) {
		if (this.present != null && this.present.model().equals(name)) {
			return present();
		}
		return this.others.apply(name);
	}

	private static Optional<TextEmbedder> loadable(String name) {
		return LocalModel.named(name)
			.filter((local) -> local.id().equals(name) && local.isPresent())
			.map(EmbeddingModels::embedder);
	}

}
