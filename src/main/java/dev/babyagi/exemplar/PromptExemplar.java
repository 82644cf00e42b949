package dev.babyagi.exemplar;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.PendingChoice;
import dev.babyagi.language.PromptTemplate;

/**
 * The exemplar of one objective: a plan that can be used as it is, or a section of the
 * planner's prompt. It is chosen when it is first asked for. The driver of the objective
 * alone uses it.
 */
public final class PromptExemplar {

	/** There is none. */
	public static final PromptExemplar NONE = new PromptExemplar(Optional::empty);

	private static final PromptTemplate EXAMPLE = PromptTemplate.load("exemplar", "example");

	private final PendingChoice<ExemplarChoice> choice;

	private boolean reused;

	/**
	 * Creates one.
	 * @param chooser chooses the exemplar; called once at most
	 */
	PromptExemplar(Supplier<Optional<ExemplarChoice>> chooser) {
		this.choice = new PendingChoice<>(chooser);
	}

	/** The section of the planner's prompt; an empty text if there is none. */
	public String section() {
		return given().map(ExemplarChoice::shown)
			.map((shown) -> EXAMPLE
				.render(Map.of("objective", PromptTemplate.data("earlier-objective", shown.objective()), "plan",
						PromptTemplate.data("earlier-plan", shown.plan()))))
			.orElse("");
	}

	/** The plan that may be used without a planner, as a planner would reply it. */
	public Optional<String> plan() {
		return given().map(ExemplarChoice::filled);
	}

	private Optional<ExemplarChoice> given() {
		return this.choice.get().filter((chosen) -> chosen.arm() == ExperimentArm.WITH);
	}

	/** Notes that its plan was taken without a planner. */
	public void reuse() {
		this.reused = true;
	}

	/** Whether its plan was taken without a planner. */
	public boolean isReused() {
		return this.reused;
	}

	/** What was chosen and is not recorded yet. */
	public Optional<ExemplarChoice> unrecorded() {
		return this.choice.unrecorded();
	}

	/** Notes that the choice is committed. */
	public void recorded() {
		this.choice.recorded();
	}

}
