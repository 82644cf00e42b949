package dev.babyagi.memory.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryLookup;
import dev.babyagi.operation.BackgroundCallRunner;
import dev.babyagi.operation.CallRequest;
import dev.babyagi.operation.DailyBudget;
import dev.babyagi.operation.OperationError;

/**
 * Asks the extractor for the facts of a text, and stores those that stand in it.
 */
@Component
class FactExtractor {

	/** What the calls are for, in the ledger. */
	static final String PURPOSE = "extract";

	private static final int MOST_NAMES = 50;

	private static final Logger log = LoggerFactory.getLogger(FactExtractor.class);

	private final LanguageModel model;

	private final BackgroundCallRunner calls;

	private final MemoryLookup memories;

	private final ExtractionSettings settings;

	FactExtractor(LanguageModel model, BackgroundCallRunner calls, MemoryLookup memories, ExtractionSettings settings) {
		this.model = model;
		this.calls = calls;
		this.memories = memories;
		this.settings = settings;
	}

	/** Takes the facts from a source, or sees to it that they are taken later. */
	WorkResult extract(ExtractionSource source, ExtractionEnd end) {
		List<String> known = this.memories.attributes(source.tenant(), source.contextId(), MOST_NAMES);
		ModelRequest request = ExtractionPrompt.ask(source, known, this.model.contextTokens(ModelRole.EXTRACTOR));
		CallRequest call = new CallRequest(source.work(), PURPOSE, source.tenant(), request,
				DailyBudget.of(PURPOSE, this.settings.dailyTokens()));
		Optional<Instant> again = this.calls.run(call, new Found(source, end, this.settings.dailyTokens()));
		return again.<WorkResult>map(WorkResult.Again::new).orElse(WorkResult.ENDED);
	}

	/** Cuts the calls under way. */
	void cut() {
		this.calls.cut();
	}

	/**
	 * Reads the reply and checks the facts.
	 *
	 * @param source where they are to stand
	 * @param end stores them
	 * @param dailyTokens what a day allows
	 */
	private record Found(ExtractionSource source, ExtractionEnd end,
			long dailyTokens) implements BackgroundCallRunner.CallEnd {

		@Override
		public void replied(String reply) {
			Optional<List<ReportedFact>> reported = ExtractionReply.read(reply);
			if (reported.isEmpty()) {
				failed(new OperationError("unprocessable", "The reply is no JSON object with a list of facts"));
				return;
			}
			FactCheck check = new FactCheck(this.source);
			List<MemoryDraft> facts = reported.get().stream().map(check::draft).flatMap(Optional::stream).toList();
			log.info("Took {} facts from {}; {} more were reported and do not stand in it", facts.size(),
					this.source.work(), reported.get().size() - facts.size());
			this.end.found(facts);
		}

		@Override
		public void failed(OperationError error) {
			this.end.failed(error);
		}

		@Override
		public Optional<OperationError> unpaid(Instant renewedAt) {
			return this.end.isPatient() ? Optional.empty() : Optional.of(new OperationError("rate-limited",
					"The %,d tokens that babyagi.memory.daily-tokens allows for the day do not cover the call: try again after %s"
						.formatted(this.dailyTokens, renewedAt)));
		}

	}

}
