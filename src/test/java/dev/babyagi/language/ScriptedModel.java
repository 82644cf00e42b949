package dev.babyagi.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A model that answers from a script and remembers what it was asked. A blank answer is
 * an unusable one, as it is to the real adapter.
 */
public final class ScriptedModel implements LanguageModel {

	/** What each call is estimated at. */
	public static final ModelUsage ESTIMATE = new ModelUsage(1, 200, 100, new BigDecimal("0.002"));

	/** What each call uses. */
	public static final ModelUsage USED = new ModelUsage(1, 100, 10, new BigDecimal("0.001"));

	private final Map<ModelRole, Function<ModelRequest, ModelResult>> scripts = new EnumMap<>(ModelRole.class);

	private final List<ModelRequest> asked = new ArrayList<>();

	/** In each role it says the same, whatever it is asked. */
	public static ScriptedModel saying(String planner, String executor, String joiner) {
		return new ScriptedModel().on(ModelRole.PLANNER, planner)
			.on(ModelRole.EXECUTOR, executor)
			.on(ModelRole.JOINER, joiner);
	}

	/** In one role it says one after the other, and the last for ever. */
	public ScriptedModel on(ModelRole role, String... answers) {
		return on(role, inTurn(answers));
	}

	/** In one role it answers by a script. */
	public ScriptedModel on(ModelRole role, Function<ModelRequest, ModelResult> script) {
		this.scripts.put(role, script);
		return this;
	}

	/** In one role it cannot be reached so many times, before it answers as it would. */
	public ScriptedModel downAtFirst(ModelRole role, int times) {
		Function<ModelRequest, ModelResult> up = script(role);
		int[] left = { times };
		return on(role, (request) -> (left[0]-- > 0) ? unreachable() : up.apply(request));
	}

	private Function<ModelRequest, ModelResult> script(ModelRole role) {
		Function<ModelRequest, ModelResult> script = this.scripts.get(role);
		if (script == null) {
			throw new AssertionError("Nobody expected to be asked as " + role);
		}
		return script;
	}

	/** One answer after the other, and the last for ever. */
	public static Function<ModelRequest, ModelResult> inTurn(String... answers) {
		int[] next = new int[1];
		return (request) -> said(answers[Math.min(next[0]++, answers.length - 1)]);
	}

	public static ModelResult said(String answer) {
		return answer.isBlank() ? new ModelResult.Unusable("The model sent an empty reply", USED)
				: new ModelResult.Reply(answer, false, "scripted", USED);
	}

	public static ModelResult unreachable() {
		return new ModelResult.Unreachable("Connection refused", false, USED);
	}

	/** What it was asked in a role, in order. */
	public List<ModelRequest> asked(ModelRole role) {
		return this.asked.stream().filter((request) -> request.role() == role).toList();
	}

	/** How often it was asked. */
	public int calls() {
		return this.asked.size();
	}

	@Override
	public boolean isConfigured() {
		return true;
	}

	@Override
	public ModelUsage estimate(ModelRequest ask) {
		return ESTIMATE;
	}

	@Override
	public ModelResult ask(ModelRequest ask, Meter meter, Meter.Reservation reservation) {
		this.asked.add(ask);
		ModelResult result = script(ask.role()).apply(ask);
		meter.settle(reservation, result.usage());
		return result;
	}

	@Override
	public int contextTokens(ModelRole role) {
		return 32_768;
	}

	@Override
	public List<RoleModel> models() {
		return List.of();
	}

}
