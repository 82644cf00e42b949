package dev.babyagi.tuning;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.dataset.HeldOutRow;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptVariant;
import dev.babyagi.language.PromptVariants;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.operation.BackgroundCallRunner;
import dev.babyagi.operation.BackgroundCallRunner.CallEnd;
import dev.babyagi.operation.CallRequest;
import dev.babyagi.operation.DailyBudget;
import dev.babyagi.operation.OperationError;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.tuning.GateResult.Pair;
import dev.babyagi.tuning.GateResult.Trial;

/**
 * Asks both models, or in both wordings, the held-out rows, one call after the other.
 * What was asked is stored, so that it goes on after a crash.
 */
@Component
class TuningTrials {

	private static final String PURPOSE = "rehearsal";

	private final JdbcClient jdbc;

	private final BackgroundCallRunner calls;

	private final TuningSettings settings;

	private final PromptVariants variants;

	TuningTrials(JdbcClient jdbc, BackgroundCallRunner calls, TuningSettings settings, PromptVariants variants) {
		this.jdbc = jdbc;
		this.calls = calls;
		this.settings = settings;
		this.variants = variants;
	}

	/**
	 * The rows that can show a difference: all, or those whose instructions the variant
	 * words otherwise.
	 */
	List<HeldOutRow> fitting(FineTuning tuning, List<HeldOutRow> rows) {
		if (tuning.promptVariant() == null) {
			return rows;
		}
		return variant(tuning)
			.map((variant) -> rows.stream().filter((row) -> variant.apply(usual(tuning, row)).isPresent()).toList())
			.orElse(List.of());
	}

	/**
	 * The variant in the words that went to the gate; nothing if this replica has none.
	 */
	Optional<PromptVariant> variant(FineTuning tuning) {
		return this.variants.all().stream().filter(tuning::isOf).findFirst();
	}

	/**
	 * Makes the calls that were not made yet.
	 * @param present the trained model that serves now, or {@code null} for that of the
	 * role
	 * @param stop says whether to make no further call
	 * @return when to go on; nothing if all were made
	 */
	Optional<Instant> make(FineTuning tuning, @Nullable String present, List<HeldOutRow> rows, BooleanSupplier stop,
			Instant now) {
		for (Key open : open(rows, made(tuning.getId()))) {
			if (stop.getAsBoolean()) {
				return Optional.of(now);
			}
			HeldOutRow row = rows.stream().filter((one) -> one.position() == open.position()).findFirst().orElseThrow();
			Optional<Instant> later = ask(tuning, row, open.tuned(), present);
			if (later.isPresent()) {
				return later;
			}
		}
		return Optional.empty();
	}

	private static List<Key> open(List<HeldOutRow> rows, Map<Key, Trial> made) {
		return rows.stream()
			.flatMap((row) -> Stream.of(new Key(row.position(), false), new Key(row.position(), true)))
			.filter((key) -> !made.containsKey(key))
			.toList();
	}

	private Optional<Instant> ask(FineTuning tuning, HeldOutRow row, boolean tuned, @Nullable String present) {
		ModelRequest usual = usual(tuning, row);
		ModelRequest request = (tuned && tuning.model() != null) ? usual.withModel(tuning.model())
				: (tuned ? variant(tuning).flatMap((variant) -> variant.apply(usual)).orElse(usual) : usual)
					.withModel(present);
		UUID work = UUID.nameUUIDFromBytes(
				"%s %d %b".formatted(tuning.getId(), row.position(), tuned).getBytes(StandardCharsets.UTF_8));
		DailyBudget budget = DailyBudget.of(PURPOSE, this.settings.dailyTokens());
		return this.calls.run(new CallRequest(work, PURPOSE, tuning.tenant(), request, budget),
				new Asked(tuning, row, tuned, request, expected(row), System.nanoTime()));
	}

	private static ModelRequest usual(FineTuning tuning, HeldOutRow row) {
		JsonNode messages = messages(ExactJson.read(row.line()));
		return ModelRequest.of(ModelRole.valueOf(tuning.role().name()), messages.path(0).path("content").asString(""),
				messages.path(1).path("content").asString(""), ReplyForm.TEXT);
	}

	private static JsonNode messages(JsonNode line) {
		return line.has("input") ? line.path("input").path("messages") : line.path("messages");
	}

	private static String expected(HeldOutRow row) {
		JsonNode line = ExactJson.read(row.line());
		JsonNode output = line.has("input") ? line.path("preferred_output").path(0) : messages(line).path(2);
		return output.path("content").asString("");
	}

	/** Makes the calls under way return, because this replica is stopping. */
	void cut() {
		this.calls.cut();
	}

	/** What was asked so far, in pairs. */
	List<Pair> pairs(FineTuning tuning, List<HeldOutRow> rows) {
		Map<Key, Trial> made = made(tuning.getId());
		List<Pair> pairs = new ArrayList<>();
		for (HeldOutRow row : rows) {
			Trial tuned = made.get(new Key(row.position(), true));
			Trial other = made.get(new Key(row.position(), false));
			if (tuned != null && other != null) {
				pairs.add(new Pair(row.family(), tuned, other));
			}
		}
		return pairs;
	}

	/** How many calls were made. */
	int count(UUID tuning) {
		return this.jdbc.sql("select count(*) from tuning_trial where tuning_id = :tuning")
			.param("tuning", tuning)
			.query(Integer.class)
			.single();
	}

	private Map<Key, Trial> made(UUID tuning) {
		Map<Key, Trial> made = new HashMap<>();
		this.jdbc.sql("select position, tuned, correct, tokens, millis from tuning_trial where tuning_id = :tuning")
			.param("tuning", tuning)
			.query((row, index) -> made.put(new Key(row.getInt("position"), row.getBoolean("tuned")),
					new Trial(row.getBoolean("correct"), row.getInt("tokens"), row.getLong("millis"))))
			.list();
		return made;
	}

	private void store(Asked asked, boolean correct, String reply) {
		ModelRequest request = asked.request();
		this.jdbc.sql("""
				insert into tuning_trial (tuning_id, position, tuned, family, correct, tokens, millis)
				values (:tuning, :position, :tuned, :family, :correct, :tokens, :millis)""")
			.param("tuning", asked.tuning().getId())
			.param("position", asked.row().position())
			.param("tuned", asked.tuned())
			.param("family", asked.row().family())
			.param("correct", correct)
			.param("tokens",
					TokenEstimate.in(request.system()) + TokenEstimate.in(request.user()) + TokenEstimate.in(reply))
			.param("millis", Duration.ofNanos(System.nanoTime() - asked.started()).toMillis())
			.update();
	}

	private record Key(int position, boolean tuned) {

	}

	/** One call. A model that gives no usable reply is wrong. */
	private final class Asked implements CallEnd {

		private final FineTuning tuning;

		private final HeldOutRow row;

		private final boolean tuned;

		private final ModelRequest request;

		private final String expected;

		private final long started;

		Asked(FineTuning tuning, HeldOutRow row, boolean tuned, ModelRequest request, String expected, long started) {
			this.tuning = tuning;
			this.row = row;
			this.tuned = tuned;
			this.request = request;
			this.expected = expected;
			this.started = started;
		}

		@Override
		public void replied(String reply) {
			DatasetRole role = this.tuning.role();
			store(this, ReplyComparison.isRight(role, this.expected, reply), reply);
		}

		@Override
		public void failed(OperationError error) {
			store(this, false, "");
		}

		@Override
		public Optional<OperationError> unpaid(Instant renewedAt) {
			return Optional.empty();
		}

		FineTuning tuning() {
			return this.tuning;
		}

		HeldOutRow row() {
			return this.row;
		}

		boolean tuned() {
			return this.tuned;
		}

		ModelRequest request() {
			return this.request;
		}

		long started() {
			return this.started;
		}

	}

}
