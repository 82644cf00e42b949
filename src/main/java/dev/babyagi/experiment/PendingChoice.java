package dev.babyagi.experiment;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is chosen for one objective when it is first asked for, and committed with the
 * next change of the objective. The driver of the objective alone uses it.
 *
 * @param <T> what is chosen
 */
public final class PendingChoice<T> {

	private final Supplier<Optional<T>> chooser;

	private Optional<T> choice = Optional.empty();

	private boolean chosen;

	private boolean recorded;

	/**
	 * Creates one.
	 * @param chooser makes the choice; called once at most
	 */
	public PendingChoice(Supplier<Optional<T>> chooser) {
		this.chooser = chooser;
	}

	/** The choice, which is made now if it was not made before. */
	public Optional<T> get() {
		if (!this.chosen) {
			this.choice = this.chooser.get();
			this.chosen = true;
		}
		return this.choice;
	}

	/** What was chosen and is not committed yet. */
	public Optional<T> unrecorded() {
		return this.recorded ? Optional.empty() : this.choice;
	}

	/** Notes that the choice is committed. */
	public void recorded() {
		this.recorded = this.chosen;
	}

}
