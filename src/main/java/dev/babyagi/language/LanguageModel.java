package dev.babyagi.language;

import java.util.List;

/**
 * The port on language models. {@link #ask} blocks the calling virtual thread; to cut a
 * call short, interrupt that thread: the socket closes and {@link ModelResult.Cut} is
 * returned with the interrupt flag set.
 */
public interface LanguageModel {

	/**
	 * Whether an endpoint is configured at all. If not, every ask is answered
	 * {@link ModelResult.Fatal}.
	 */
	boolean isConfigured();

	/**
	 * Estimates the worst case of one call, to be reserved before it is made.
	 */
	ModelUsage estimate(ModelRequest ask);

	/**
	 * Asks, with up to four tries for faults of transport, each reserved from the meter
	 * before it is sent.
	 * @param ask the question
	 * @param meter the meter of the objective
	 * @param reservation what was reserved for the first call, see {@link Meter#reserve};
	 * this method settles it
	 * @return what came of it
	 */
	ModelResult ask(ModelRequest ask, Meter meter, Meter.Reservation reservation);

	/**
	 * The size of the window that prompts for a role are cut to, in tokens.
	 */
	int contextTokens(ModelRole role);

	/**
	 * The model of each role.
	 */
	List<RoleModel> models();

	/**
	 * The model that serves a role.
	 *
	 * @param role the role
	 * @param model the model's name
	 * @param contextTokens the window its prompts are cut to
	 */
	record RoleModel(ModelRole role, String model, int contextTokens) {

	}

}
