package dev.babyagi.tuning;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;
import dev.babyagi.tuning.ProviderFault.Kind;

/**
 * Talks to a provider of fine-tuning, as "Fine-tuning" and "Files" of the OpenAI API
 * reference have it. Every method throws a {@link ProviderFault} if it does not succeed.
 */
@Component
class TuningProvider {

	private static final Duration CONNECT = Duration.ofSeconds(10);

	/** Uploads of large files take their time. */
	private static final Duration READ = Duration.ofMinutes(5);

	private static final int LONGEST_DETAIL = 300;

	private static final int PAGE = 100;

	/** A job that is looked for was created moments ago. */
	private static final int MOST_PAGES = 10;

	private final TuningSettings settings;

	/** Made when it is first needed. */
	private final SingletonSupplier<RestClient> client;

	TuningProvider(TuningSettings settings) {
		this.settings = settings;
		this.client = SingletonSupplier.of(() -> client(settings));
	}

	private static RestClient client(TuningSettings settings) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(CONNECT).build());
		requests.setReadTimeout(READ);
		RestClient.Builder client = RestClient.builder().requestFactory(requests);
		settings.address().map(URI::toString).ifPresent(client::baseUrl);
		String key = settings.apiKey();
		return (key != null) ? client.defaultHeaders((headers) -> headers.setBearerAuth(key)).build() : client.build();
	}

	/** Whether there is an address to ask. */
	boolean isConfigured() {
		return this.settings.address().isPresent();
	}

	/**
	 * Uploads a file with training rows, and returns the id that the provider gives it.
	 */
	String upload(Path file, String name) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("purpose", "fine-tune");
		body.part("file", new FileSystemResource(file), MediaType.parseMediaType("application/jsonl")).filename(name);
		return id(ask(() -> this.client.obtain()
			.post()
			.uri("/files")
			.contentType(MediaType.MULTIPART_FORM_DATA)
			.body(body.build())
			.retrieve()
			.body(String.class)));
	}

	/**
	 * Creates a job.
	 * @param suffix by which it can be found again
	 * @param preference whether its rows are preferences
	 */
	ProviderJob create(String model, String file, String suffix, boolean preference) {
		ObjectNode request = ExactJson.object().put("model", model).put("training_file", file).put("suffix", suffix);
		if (preference) {
			request.putObject("method").put("type", "dpo");
		}
		JsonNode job = ask(() -> this.client.obtain()
			.post()
			.uri("/fine_tuning/jobs")
			.contentType(MediaType.APPLICATION_JSON)
			.body(ExactJson.write(request))
			.retrieve()
			.body(String.class));
		id(job);
		return ProviderJob.of(job);
	}

	/** Finds a job by its suffix, or by the file that only it has. */
	Optional<ProviderJob> find(String suffix, String file) {
		String after = null;
		for (int page = 0; page < MOST_PAGES; page++) {
			String query = "/fine_tuning/jobs?limit=" + PAGE + ((after != null) ? "&after={after}" : "");
			String last = (after != null) ? after : "";
			JsonNode jobs = ask(() -> this.client.obtain().get().uri(query, last).retrieve().body(String.class));
			for (JsonNode job : jobs.path("data")) {
				if (suffix.equals(job.path("user_provided_suffix").asString(null))
						|| suffix.equals(job.path("suffix").asString(null))
						|| file.equals(job.path("training_file").asString(null))) {
					return Optional.of(ProviderJob.of(job));
				}
				after = job.path("id").asString("");
			}
			if (!jobs.path("has_more").asBoolean(false) || after == null) {
				return Optional.empty();
			}
		}
		return Optional.empty();
	}

	/** Looks at a job. */
	ProviderJob look(String job) {
		return ProviderJob.of(ask(
				() -> this.client.obtain().get().uri("/fine_tuning/jobs/{job}", job).retrieve().body(String.class)));
	}

	/** Cancels a job. */
	void cancel(String job) {
		ask(() -> this.client.obtain().post().uri("/fine_tuning/jobs/{job}/cancel", job).retrieve().body(String.class));
	}

	private static String id(JsonNode made) {
		String id = made.path("id").asString("");
		if (id.isEmpty()) {
			throw new ProviderFault(Kind.ABSENT, "The provider's reply names no id, so it offers no fine-tuning");
		}
		return id;
	}

	private static JsonNode ask(Supplier<@Nullable String> request) {
		try {
			String reply = request.get();
			return ExactJson.document((reply != null) ? reply : "")
				.orElseThrow(() -> new ProviderFault(Kind.ABSENT,
						"The provider's reply is no JSON, so it offers no fine-tuning"));
		}
		catch (RestClientResponseException ex) {
			throw fault(ex.getStatusCode(), ex.getResponseBodyAsString());
		}
		catch (ResourceAccessException ex) {
			throw new ProviderFault(Kind.PASSING, "The provider could not be reached");
		}
		catch (RestClientException ex) {
			throw new ProviderFault(Kind.PASSING, "The provider's reply could not be read");
		}
	}

	private static ProviderFault fault(HttpStatusCode status, String body) {
		String said = ExactJson.document(body)
			.map((error) -> error.path("error").path("message").asString(""))
			.orElse("");
		String detail = said.isEmpty() ? "" : ": " + said.substring(0, Math.min(said.length(), LONGEST_DETAIL));
		return switch (status.value()) {
			case 404, 405, 410, 501 -> new ProviderFault(Kind.ABSENT,
					"The provider offers no fine-tuning (HTTP %d)%s".formatted(status.value(), detail));
			case 401,
					403 ->
				new ProviderFault(Kind.REFUSED,
						"The provider refuses the key (HTTP %d). Set babyagi.fine-tuning.api-key"
							.formatted(status.value()));
			case 408, 409, 425, 429 -> passing(status, detail);
			default -> status.is4xxClientError()
					? new ProviderFault(Kind.REFUSED,
							"The provider refuses the job (HTTP %d)%s".formatted(status.value(), detail))
					: passing(status, detail);
		};
	}

	private static ProviderFault passing(HttpStatusCode status, String detail) {
		return new ProviderFault(Kind.PASSING,
				"The provider cannot answer now (HTTP %d)%s".formatted(status.value(), detail));
	}

}
