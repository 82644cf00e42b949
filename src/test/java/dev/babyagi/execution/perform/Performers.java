package dev.babyagi.execution.perform;

import java.time.Duration;

import dev.babyagi.execution.TaskPerformer;
import dev.babyagi.execution.check.SuccessCriteria;
import dev.babyagi.execution.check.Verification;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.memory.RememberedHits;
import dev.babyagi.tool.Catalogues;
import dev.babyagi.tool.ToolCatalogue;

/**
 * Performers to test with.
 */
public final class Performers {

	private Performers() {
	}

	public static TaskPerformer checking(LanguageModel model, ToolCatalogue catalogue) {
		return checking(model, catalogue, Duration.ofSeconds(30));
	}

	static TaskPerformer checking(LanguageModel model, ToolCatalogue catalogue, Duration toolTimeout) {
		Verification verification = new Verification(new SuccessCriteria(catalogue));
		return new CheckingTaskPerformer(model, verification,
				new ToolUse(catalogue, Catalogues.timeLimit(toolTimeout), verification), RememberedHits.nothing(),
				new RubricJudge(model));
	}

}
