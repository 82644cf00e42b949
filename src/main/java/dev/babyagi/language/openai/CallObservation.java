package dev.babyagi.language.openai;

import java.util.Locale;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.openai.wire.EndpointFault;

/**
 * Observes one try: its time by role and outcome and, through {@link TokenMeters}, its
 * tokens. The name of the model is added to traces only.
 */
public final class CallObservation {

	public static final String NAME = "babyagi.language.call";

	private static final String COMPLETED = "completed";

	private final Context context;

	private final Observation observation;

	private CallObservation(Context context, Observation observation) {
		this.context = context;
		this.observation = observation;
	}

	static CallObservation start(ObservationRegistry registry, PreparedRequest prepared) {
		Context context = new Context(nameOf(prepared.request().role()));
		Observation observation = Observation.createNotStarted(NAME, () -> context, registry)
			.lowCardinalityKeyValue("role", context.role)
			.lowCardinalityKeyValue("outcome", "none")
			.highCardinalityKeyValue("model", prepared.model());
		return new CallObservation(context, observation.start());
	}

	void completed(ModelUsage used) {
		stop(COMPLETED, used);
	}

	void failed(EndpointFault fault, ModelUsage used) {
		stop(nameOf(fault), used);
	}

	private void stop(String outcome, ModelUsage used) {
		this.context.used = used;
		this.observation.lowCardinalityKeyValue("outcome", outcome).stop();
	}

	private static String nameOf(ModelRole role) {
		return role.name().toLowerCase(Locale.ROOT);
	}

	private static String nameOf(EndpointFault fault) {
		return fault.getClass().getSimpleName().toLowerCase(Locale.ROOT);
	}

	/**
	 * What is known of a try when it ends.
	 */
	static final class Context extends Observation.Context {

		private final String role;

		private ModelUsage used = ModelUsage.NONE;

		private Context(String role) {
			this.role = role;
		}

		String role() {
			return this.role;
		}

		ModelUsage used() {
			return this.used;
		}

	}

}
