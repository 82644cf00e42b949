package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.Optional;

import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.openai.wire.ChatCompletion;
import dev.babyagi.language.openai.wire.EndpointFault;
import dev.babyagi.language.openai.wire.ReplyMarkup;
import dev.babyagi.language.openai.wire.WireException;

/**
 * Carries out one request: its tries, the pauses between them, and a reservation from the
 * meter before each try. Used by one thread, once.
 */
final class ModelCall {

	private static final Logger logger = LoggerFactory.getLogger(ModelCall.class);

	/** More forms of a request than an endpoint can refuse in turn. */
	private static final int MOST_REFUSALS = 12;

	private final PreparedRequest prepared;

	private final Line line;

	private final CallAccount account;

	private final RetryPolicy retries;

	private final ListenerFeed feed;

	private final long successesBefore;

	private int maxTokens;

	private int refusals;

	private boolean lengthened;

	private boolean shortened;

	ModelCall(PreparedRequest prepared, int maxTokens, Line line, CallAccount account) {
		this.prepared = prepared;
		this.maxTokens = maxTokens;
		this.line = line;
		this.account = account;
		this.retries = new RetryPolicy(line.backoff());
		this.feed = new ListenerFeed(prepared.request().listener());
		this.successesBefore = line.capabilities().successes();
	}

	ModelResult run() {
		try {
			Step step = request();
			while (step instanceof Again again) {
				this.line.backoff().sleeper().sleep(again.pause());
				step = this.account.open(this.maxTokens) ? request()
						: new Done(new ModelResult.OverBudget(this.account.total()));
			}
			return ((Done) step).result();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new ModelResult.Cut(this.account.total());
		}
		finally {
			this.account.close();
		}
	}

	private Step request() throws InterruptedException {
		try (CapabilityCache.Probe probe = this.line.capabilities().probe(this.prepared.kind())) {
			Optional<ModelBulkhead.Permit> permit = this.line.bulkhead().enter(this.account.payer());
			if (permit.isEmpty()) {
				return unreachable("The model endpoint failed repeatedly and is not called for a while");
			}
			try (ModelBulkhead.Permit call = permit.get()) {
				return request(probe, call);
			}
		}
	}

	private Step request(CapabilityCache.Probe probe, ModelBulkhead.Permit permit) {
		CallObservation call = CallObservation.start(this.line.observations(), this.prepared);
		try {
			ChatCompletion completion = send(probe);
			probe.accepted();
			permit.answered();
			call.completed(this.account.book(completion));
			return judge(completion);
		}
		catch (WireException ex) {
			permit.failed(ex.fault());
			call.failed(ex.fault(), this.account.book(ex));
			return react(ex.fault(), probe);
		}
	}

	private ChatCompletion send(CapabilityCache.Probe probe) {
		EndpointCapabilities capabilities = probe.capabilities();
		return this.line.endpoint()
			.send(this.prepared.model(), this.prepared.messages(capabilities),
					this.prepared.parameters(capabilities, this.maxTokens), this.maxTokens,
					this.prepared.request().timeout(), this.feed.nextTry(probe));
	}

	private Step judge(ChatCompletion completion) {
		if (completion.isDeclined()) {
			return new Done(new ModelResult.Declined("The model declined to answer", this.account.total()));
		}
		String text = ReplyMarkup.stripped(completion.text());
		boolean cut = completion.finish() == ChatCompletion.Finish.LENGTH;
		if (cut && (text.isBlank() || this.prepared.request().form() instanceof ReplyForm.Structured)) {
			return longer();
		}
		if (text.isBlank()) {
			return again("The model sent an empty reply");
		}
		return new Done(new ModelResult.Reply(text, cut, named(completion.model()), this.account.total()));
	}

	private String named(String model) {
		return model.isBlank() ? this.prepared.model() : model;
	}

	private Step longer() {
		int longer = this.prepared.fitting(Math.min(this.maxTokens, Integer.MAX_VALUE / 2) * 2);
		if (this.lengthened || longer <= this.maxTokens) {
			return unusable("The reply was cut at its length limit of %s tokens".formatted(this.maxTokens));
		}
		this.lengthened = true;
		this.maxTokens = longer;
		return Again.NOW;
	}

	private Step react(EndpointFault fault, CapabilityCache.Probe probe) {
		logger.debug("Request to model {} as {}: {}", this.prepared.model(), this.prepared.request().role(), fault);
		return switch (fault) {
			case EndpointFault.Interrupted _ -> new Done(new ModelResult.Cut(this.account.total()));
			case EndpointFault.Unreached(String reason) -> tryAgain(reason, false);
			case EndpointFault.Broken(String reason) -> tryAgain(reason, false);
			case EndpointFault.Busy busy -> postponed(busy);
			case EndpointFault.Garbled(String reason) -> again(reason);
			case EndpointFault.Unwanted(String parameter) -> otherwise(parameter, probe);
			case EndpointFault.TooLong(int fits) -> shorter(fits);
			case EndpointFault.Denied(String reason, String cure) ->
				new Done(new ModelResult.Fatal(reason, cure, this.account.total()));
			case EndpointFault.Rejected rejected -> rejected(rejected);
			case EndpointFault.Filtered(String reason) -> refused(reason);
			case EndpointFault.Useless(String reason) -> unusable(reason);
		};
	}

	private Step postponed(EndpointFault.Busy busy) {
		return Optional.ofNullable(busy.wish())
			.flatMap((wish) -> this.retries.asWished(wish, busy.overloaded()))
			.<Step>map(Again::new)
			.orElseGet(() -> tryAgain(busy.reason(), busy.overloaded()));
	}

	private Step tryAgain(String reason, boolean overloaded) {
		return this.retries.afterFault(overloaded).<Step>map(Again::new).orElseGet(() -> unreachable(reason));
	}

	private Step unreachable(String reason) {
		boolean othersSucceeded = this.line.capabilities().successes() > this.successesBefore;
		return new Done(new ModelResult.Unreachable(reason, othersSucceeded, this.account.total()));
	}

	private Step rejected(EndpointFault.Rejected rejected) {
		return this.retries.afterRejection(rejected.words())
			.<Step>map(Again::new)
			.orElseGet(() -> refused(rejected.reason()));
	}

	private Step refused(String reason) {
		return new Done(new ModelResult.Refused(reason, this.account.total()));
	}

	private Step again(String reason) {
		return this.retries.afterGarbled().<Step>map(Again::new).orElseGet(() -> unusable(reason));
	}

	private Step otherwise(String parameter, CapabilityCache.Probe probe) {
		this.refusals++;
		if (this.refusals > MOST_REFUSALS || !probe.refused(parameter)) {
			return unusable("The model endpoint supports none of the known forms of this request");
		}
		return Again.NOW;
	}

	private Step shorter(int fits) {
		if (this.shortened || fits <= 0 || fits >= this.maxTokens) {
			return unusable("The prompt does not fit the model's window");
		}
		this.shortened = true;
		this.maxTokens = fits;
		return Again.NOW;
	}

	private Step unusable(String reason) {
		return new Done(new ModelResult.Unusable(reason, this.account.total()));
	}

	private sealed interface Step {

	}

	private record Again(Duration pause) implements Step {

		private static final Again NOW = new Again(Duration.ZERO);

	}

	private record Done(ModelResult result) implements Step {

	}

	/**
	 * What all requests to a model share.
	 */
	record Line(ModelEndpoint endpoint, CapabilityCache capabilities, ModelBulkhead bulkhead, Backoff backoff,
			ObservationRegistry observations) {

	}

}
