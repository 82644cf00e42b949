package dev.babyagi.language;

import java.util.List;

/**
 * Sends requests to language models. {@link #ask} blocks the calling virtual thread. To
 * stop a call, interrupt that thread: the socket is closed, and the call returns
 * {@link ModelResult.Cut} with the interrupt flag set.
 */
public interface LanguageModel {

	/**
	 * Returns whether an endpoint is configured. If not, no request is sent.
	 */
	boolean isConfigured();

	/**
	 * Estimates the most that one call can use, so that it can be reserved before the
	 * call.
	 */
	ModelUsage estimate(ModelRequest request);

	/**
	 * Sends a request. After a transport fault it is sent again, up to four times in all.
	 * Each further try reserves its worst case from the meter before it is sent. The
	 * reply is streamed if the request has a listener; the result is the same in both
	 * cases.
	 * @param request the request
	 * @param meter the meter of the objective
	 * @param reservation the reservation for the first try, see {@link Meter#reserve};
	 * this method settles it
	 * @return the reply or the reason why there is none
	 */
	ModelResult ask(ModelRequest request, Meter meter, Meter.Reservation reservation);

	/**
	 * Returns the size of the window that the prompts of a role are cut to, in tokens.
	 */
	int contextTokens(ModelRole role);

	/**
	 * Returns the model of each role, or nothing if no endpoint is configured.
	 */
	List<RoleModel> models();

	/**
	 * The model that serves a role.
	 *
	 * @param role the role
	 * @param model the name of the model
	 * @param contextTokens the window that its prompts are cut to, in tokens
	 */
	record RoleModel(ModelRole role, String model, int contextTokens) {

	}

}
