package dev.babyagi.execution.perform;

import dev.babyagi.execution.TaskPerformer;
import dev.babyagi.execution.check.SuccessCriteria;
import dev.babyagi.execution.check.Verification;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.tool.ToolCatalogue;

/**
 * Performers to test with.
 */
public final class Performers {

	private Performers() {
	}

	public static TaskPerformer checking(LanguageModel model, ToolCatalogue catalogue) {
		Verification verification = new Verification(new SuccessCriteria(catalogue));
		return new CheckingTaskPerformer(model, verification, new ToolUse(catalogue, verification));
	}

}
