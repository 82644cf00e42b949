package dev.babyagi.memory.extract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryLookup;
import dev.babyagi.operation.BackgroundCalls;
import dev.babyagi.operation.CallOpening;
import dev.babyagi.operation.CallOutcome;
import dev.babyagi.operation.CallRequest;
import dev.babyagi.operation.OperationError;

/**
 * Asks the extractor for the facts of a text: one call, which is made again once if it
 * was cut, and later if the endpoint could not be reached. What came of it is stored in
 * the commit that closes the call, so nothing is stored twice.
 */
@Component
class FactExtractor {

	/** What the calls are for, in the ledger. */
	static final String PURPOSE = "extract";

	private static final int MOST_NAMES = 50;

	private static final int MOST_COMMITS = 6;

	private static final Logger log = LoggerFactory.getLogger(FactExtractor.class);

	private final LanguageModel model;

	private final BackgroundCalls calls;

	private final MemoryLookup memories;

	private final ExtractionSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	FactExtractor(LanguageModel model, BackgroundCalls calls, MemoryLookup memories, ExtractionSettings settings,
			TransactionTemplate transaction, Clock clock) {
		this.model = model;
		this.calls = calls;
		this.memories = memories;
		this.settings = settings;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Takes the facts from a source, or sees to it that they are taken later. */
	WorkResult extract(ExtractionSource source, ExtractionEnd end) {
		List<String> known = this.memories.attributes(source.tenant(), source.contextId(), MOST_NAMES);
		ModelRequest request = ExtractionPrompt.ask(source, known, this.model.contextTokens(ModelRole.EXTRACTOR));
		CallRequest call = new CallRequest(source.work(), PURPOSE, source.tenant(), request,
				this.settings.dailyTokens());
		return switch (this.calls.open(call)) {
			case CallOpening.Opened opened -> settle(source, end, opened, this.calls.ask(opened));
			case CallOpening.Spent(Instant renewedAt) -> spent(end, renewedAt);
			case CallOpening.GivenUp(CallOutcome outcome) -> giveUp(source, end, outcome);
		};
	}

	private WorkResult settle(ExtractionSource source, ExtractionEnd end, CallOpening.Opened call, ModelResult result) {
		return switch (result) {
			case ModelResult.Reply reply -> finish(source, end, call, reply);
			case ModelResult.Unreachable _ -> later(call, result, pause(call.number()));
			case ModelResult.Cut _ -> later(call, result, Duration.ZERO);
			case ModelResult.OverBudget _ -> later(call, result, pause(call.number()));
			case ModelResult.Unusable it -> fail(end, call, result, it.reason());
			case ModelResult.Declined it -> fail(end, call, result, it.reason());
			case ModelResult.Refused it -> fail(end, call, result, it.reason());
			case ModelResult.Fatal it -> fail(end, call, result, it.reason() + ". " + it.cure());
		};
	}

	private WorkResult finish(ExtractionSource source, ExtractionEnd end, CallOpening.Opened call,
			ModelResult.Reply reply) {
		Optional<List<ReportedFact>> reported = ExtractionReply.read(reply.text());
		if (reported.isEmpty()) {
			return fail(end, call, reply, "The reply is no JSON object with a list of facts");
		}
		FactCheck check = new FactCheck(source);
		List<MemoryDraft> facts = reported.get().stream().map(check::draft).flatMap(Optional::stream).toList();
		log.info("Took {} facts from {}; {} more were reported and do not stand in it", facts.size(), source.work(),
				reported.get().size() - facts.size());
		return close(call, reply, WorkResult.ENDED, () -> end.found(facts));
	}

	private WorkResult fail(ExtractionEnd end, CallOpening.Opened call, ModelResult result, String reason) {
		return close(call, result, WorkResult.ENDED, () -> end.failed(new OperationError("unprocessable", reason)));
	}

	private WorkResult later(CallOpening.Opened call, ModelResult result, Duration pause) {
		return close(call, result, new WorkResult.Again(this.clock.instant().plus(pause)), () -> {
		});
	}

	/** One minute after the first call, then twice as long after each. */
	private static Duration pause(int number) {
		return Duration.ofMinutes(1L << Math.min(number - 1, 6));
	}

	private WorkResult spent(ExtractionEnd end, Instant renewedAt) {
		if (end.isPatient()) {
			return new WorkResult.Again(renewedAt);
		}
		this.transaction.executeWithoutResult((status) -> end.failed(new OperationError("rate-limited",
				"The %,d tokens that babyagi.memory.daily-tokens allows for the day do not cover the call: try again after %s"
					.formatted(this.settings.dailyTokens(), renewedAt))));
		return WorkResult.ENDED;
	}

	private WorkResult giveUp(ExtractionSource source, ExtractionEnd end, CallOutcome outcome) {
		log.warn("No facts are taken from {}: the last call to the model ended {}", source.work(), outcome);
		OperationError error = switch (outcome) {
			case UNREACHABLE -> new OperationError("model-unavailable", "The language model could not be reached");
			case OVER_BUDGET -> new OperationError("model-unavailable",
					"The language model answered with errors or with replies that were too long, again and again");
			default -> new OperationError("internal", "The call to the language model was cut twice");
		};
		this.transaction.executeWithoutResult((status) -> end.failed(error));
		return WorkResult.ENDED;
	}

	/**
	 * Closes a call and stores what came of it in one commit. It is tried again for some
	 * seconds, since the call was paid for and somebody else may have stored the same.
	 */
	private WorkResult close(CallOpening.Opened call, ModelResult result, WorkResult then, Runnable end) {
		for (int round = 1;; round++) {
			try {
				return closed(call, result, then, end);
			}
			catch (DataAccessException | TransactionException ex) {
				if (round == MOST_COMMITS) {
					throw ex;
				}
				log.warn("What came of a model call for {} could not be stored, which is tried again: {}",
						call.request().work(), ex.getClass().getSimpleName());
				pauseBefore(round);
			}
		}
	}

	private WorkResult closed(CallOpening.Opened call, ModelResult result, WorkResult then, Runnable end) {
		Boolean mine = this.transaction.execute((status) -> {
			boolean open = this.calls.close(call, result);
			if (open) {
				end.run();
			}
			return open;
		});
		if (!Boolean.TRUE.equals(mine)) {
			log.info("Another replica has taken over the extraction from {}", call.request().work());
			return new WorkResult.Again(this.clock.instant());
		}
		return then;
	}

	private static void pauseBefore(int round) {
		try {
			TimeUnit.MILLISECONDS.sleep(50L << round);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("A handler is never interrupted", ex);
		}
	}

	/** Cuts the calls under way. */
	void cut() {
		this.calls.cut();
	}

}
