package dev.babyagi.execution.perform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.TaskFixtures;
import dev.babyagi.execution.TaskPerformer;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Task;
import dev.babyagi.tool.Catalogues;
import dev.babyagi.tool.HangingTool;
import dev.babyagi.tool.ToolPermission;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An attempt that uses a tool which gives no result.
 */
@Timeout(30)
class CutToolTests {

	private final HangingTool hanging = new HangingTool();

	/** An attempt that is cut may be made again; one that failed is not. */
	@Test
	void isCutTogetherWithItsAttempt() throws InterruptedException {
		CompletableFuture<AttemptEnd> end = new CompletableFuture<>();
		TaskPerformer performer = Performers.checking(new ScriptedModel(), Catalogues.of(this.hanging));
		Thread attempt = Thread.startVirtualThread(() -> end.complete(use(performer)));
		this.hanging.awaitBegin();
		attempt.interrupt();
		assertThat(end.join().outcome()).isEqualTo(AttemptOutcome.CUT);
		this.hanging.awaitInterrupt();
	}

	@Test
	void failsForANamedCauseWhenItsTimeIsOver() throws InterruptedException {
		TaskPerformer performer = Performers.checking(new ScriptedModel(), Catalogues.of(this.hanging),
				Duration.ofMillis(20));
		assertThat(use(performer)).isEqualTo(AttemptEnd.failed(AttemptOutcome.FAILED,
				"The tool 'hanging' gave no result within 20 ms", null, ModelUsage.NONE));
		this.hanging.awaitInterrupt();
	}

	private static AttemptEnd use(TaskPerformer performer) {
		Task task = TaskFixtures.tool("hanging", "{}");
		return performer.use(task, (UseTool) task.assignment(), Map.of(), ToolPermission.PURE_ONLY);
	}

}
