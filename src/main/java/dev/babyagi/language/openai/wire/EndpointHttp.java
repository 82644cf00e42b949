package dev.babyagi.language.openai.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP client under the SDK. It sends each request once, follows no redirect, and
 * reads a bounded part of the response. It returns regular completions only; everything
 * else is thrown as a {@link WireException}. The calling virtual thread does the work, so
 * that an interrupt closes the socket.
 */
public final class EndpointHttp implements HttpClient {

	/**
	 * The longest body that is read, in bytes. No reply within a model's window is
	 * larger.
	 */
	private static final int LONGEST_BODY = 8 * 1024 * 1024;

	/**
	 * Ten times the bytes of a token as JSON, with escapes and the thinking included.
	 */
	private static final int BYTES_A_TOKEN = 64;

	/** Bytes for the JSON around a reply, and for a reply that is somewhat too long. */
	private static final int BYTES_AROUND = 64 * 1024;

	/** What calls of this thread expect. */
	private static final ScopedValue<Expected> EXPECTED = ScopedValue.newInstance();

	private static final int LONGEST_ERROR = 64 * 1024;

	/** Shorter than the time after which common servers close an idle connection. */
	private static final int KEEP_ALIVE_SECONDS = 30;

	private static final int CONNECT_SECONDS = 10;

	/**
	 * A client searches its connections and calls one after the other. With 8,000 calls
	 * in flight a call cost 0.31 ms of CPU on one client and 0.17 ms on sixteen.
	 */
	private static final int MOST_CLIENTS = 16;

	private static final int CALLS_PER_CLIENT = 256;

	private final List<OkHttpClient> clients;

	private final AtomicInteger calls = new AtomicInteger();

	private final InstantSource clock;

	private final boolean authorized;

	private final Duration longestSilence;

	/**
	 * Creates a client.
	 * @param parallelism the most calls at once; the client sets no lower limit
	 * @param authorized whether there is a key to send
	 * @param longestSilence the longest pause in a stream that has begun
	 * @param clock for dates in headers
	 */
	public EndpointHttp(int parallelism, boolean authorized, Duration longestSilence, InstantSource clock) {
		this.authorized = authorized;
		this.longestSilence = longestSilence;
		this.clock = clock;
		int number = Math.clamp(parallelism / CALLS_PER_CLIENT, 1, MOST_CLIENTS);
		this.clients = Stream.generate(() -> client(parallelism)).limit(number).toList();
	}

	/**
	 * The client tries all addresses of a host, but never sends a body twice.
	 */
	private static OkHttpClient client(int parallelism) {
		Dispatcher dispatcher = new Dispatcher();
		dispatcher.setMaxRequests(Integer.MAX_VALUE);
		dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
		return new OkHttpClient.Builder().dispatcher(dispatcher)
			.connectionPool(new ConnectionPool(parallelism, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
			.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
			.readTimeout(0, TimeUnit.SECONDS)
			.writeTimeout(0, TimeUnit.SECONDS)
			.followRedirects(false)
			.addNetworkInterceptor(EndpointHttp::noteSending)
			.build();
	}

	private OkHttpClient nextClient() {
		return this.clients.get(Math.floorMod(this.calls.getAndIncrement(), this.clients.size()));
	}

	@Override
	public HttpResponse execute(HttpRequest request, RequestOptions options) {
		Sending sending = new Sending();
		Call call = nextClient().newCall(toRequest(request, sending));
		call.timeout().timeout(millis(Objects.requireNonNull(options.getTimeout())), TimeUnit.MILLISECONDS);
		try (Response response = call.execute()) {
			return toRegular(response);
		}
		catch (IOException ex) {
			throw new WireException(faultOf(ex, sending));
		}
	}

	/** Returns at least one, because zero would mean no limit. */
	private static long millis(Timeout timeout) {
		return Math.max(1, timeout.request().toMillis());
	}

	private HttpResponse toRegular(Response response) {
		if (response.isSuccessful()) {
			return new RegularResponse(read(response, EXPECTED.orElse(Expected.ANY)));
		}
		ErrorBody error = ErrorBody.read(beginningOf(response));
		throw new WireException(
				StatusClassifier.sorted(response.code(), error, response.headers(), this.clock.instant()));
	}

	/**
	 * Makes a call that asks for a reply of at most this many tokens. A body that is far
	 * longer is not read to its end, because thousands of such bodies at once would fill
	 * the memory.
	 * @param maxTokens the longest reply
	 * @param observer follows the answer, or {@code null}
	 * @param call makes the call
	 */
	public static <T> T asking(int maxTokens, @Nullable ReplyObserver observer, Supplier<T> call) {
		int longest = (int) Math.min(LONGEST_BODY, BYTES_AROUND + (long) BYTES_A_TOKEN * maxTokens);
		return ScopedValue.where(EXPECTED, new Expected(longest, observer)).call(call::get);
	}

	private String read(Response response, Expected expected) {
		try {
			BufferedSource body = Objects.requireNonNull(response.body()).source();
			return ServerSentEvents.isIn(response, body) ? streamed(response, body, expected)
					: whole(response, body, expected);
		}
		catch (IOException ex) {
			throw new WireException(brokenBody(ex));
		}
	}

	private String streamed(Response response, BufferedSource body, Expected expected) throws IOException {
		ServerSentEvents events = new ServerSentEvents(body, expected.longest());
		Instant now = this.clock.instant();
		ObjectNode document = new ReplyStream(events, expected.longest(), response.headers(), expected.observer())
			.read(this.longestSilence, now);
		return CompletionBody.regular(document, response.headers(), now);
	}

	private String whole(Response response, BufferedSource source, Expected expected) throws IOException {
		byte[] body = read(source.inputStream(), expected.longest() + 1);
		if (body.length > expected.longest()) {
			throw new WireException(EndpointFault.Useless.tooLong(expected.longest()));
		}
		JsonNode document = CompletionBody.document(body, response.headers());
		String regular = CompletionBody.regular(document, response.headers(), this.clock.instant());
		if (expected.observer() != null) {
			VisibleText text = new VisibleText(expected.observer());
			text.add(CompletionBody.said(document));
			text.end();
		}
		return regular;
	}

	private static String beginningOf(Response response) {
		try {
			ResponseBody body = response.body();
			return (body != null) ? CompletionBody.utf8(read(body.byteStream(), LONGEST_ERROR)) : "";
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static byte[] read(InputStream body, int atMost) throws IOException {
		try (body) {
			return body.readNBytes(atMost);
		}
	}

	private static EndpointFault faultOf(IOException ex, Sending sending) {
		if (Thread.currentThread().isInterrupted()) {
			return new EndpointFault.Interrupted(sending.begun);
		}
		boolean late = ex instanceof InterruptedIOException;
		if (!sending.begun) {
			return new EndpointFault.Unreached(late ? "The model endpoint did not accept a connection in time"
					: "The model endpoint cannot be reached");
		}
		return new EndpointFault.Broken(late ? "The model endpoint did not answer in time"
				: "The connection to the model endpoint broke before the answer");
	}

	private static EndpointFault brokenBody(IOException ex) {
		if (Thread.currentThread().isInterrupted()) {
			return new EndpointFault.Interrupted(true);
		}
		if (ex instanceof SocketTimeoutException) {
			return new EndpointFault.Broken("The model endpoint fell silent in the middle of its answer");
		}
		return (ex instanceof InterruptedIOException) ? new EndpointFault.Broken("The answer was not complete in time")
				: new EndpointFault.Garbled("The answer is incomplete");
	}

	private Request toRequest(HttpRequest request, Sending sending) {
		Request.Builder builder = new Request.Builder().url(request.url()).tag(Sending.class, sending);
		for (String name : request.headers().names()) {
			if (isWanted(name)) {
				request.headers().values(name).forEach((value) -> builder.addHeader(name, value));
			}
		}
		return builder.post(new OnceBody(Objects.requireNonNull(request.body()))).build();
	}

	/** Leaves out the headers in which the SDK describes the platform. */
	private boolean isWanted(String header) {
		return "Authorization".equalsIgnoreCase(header) ? this.authorized
				: !header.regionMatches(true, 0, "X-Stainless", 0, 11);
	}

	private static Response noteSending(Interceptor.Chain chain) throws IOException {
		Sending sending = chain.request().tag(Sending.class);
		Objects.requireNonNull(sending).begun = true;
		return chain.proceed(chain.request());
	}

	@Override
	public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
		throw new UnsupportedOperationException(
				"Calls are made on the calling virtual thread, since only an interrupt closes their sockets");
	}

	@Override
	public void close() {
		for (OkHttpClient client : this.clients) {
			client.connectionPool().evictAll();
			client.dispatcher().executorService().shutdown();
		}
	}

	/**
	 * What a call expects of its answer.
	 *
	 * @param longest the longest body, in bytes
	 * @param observer follows the answer, or {@code null}
	 */
	private record Expected(int longest, @Nullable ReplyObserver observer) {

		private static final Expected ANY = new Expected(LONGEST_BODY, null);

	}

	/** Records whether a connection was made and the request was sent. */
	private static final class Sending {

		private boolean begun;

	}

	/** A body that the layers below may send only once. */
	private static final class OnceBody extends RequestBody {

		private final HttpRequestBody body;

		OnceBody(HttpRequestBody body) {
			this.body = body;
		}

		@Override
		public @Nullable MediaType contentType() {
			String type = this.body.contentType();
			return (type != null) ? MediaType.parse(type) : null;
		}

		@Override
		public long contentLength() {
			return this.body.contentLength();
		}

		@Override
		public boolean isOneShot() {
			return true;
		}

		@Override
		public void writeTo(BufferedSink sink) throws IOException {
			this.body.writeTo(sink.outputStream());
		}

	}

}
