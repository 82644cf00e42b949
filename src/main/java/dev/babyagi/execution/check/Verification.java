package dev.babyagi.execution.check;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Artifacts;
import dev.babyagi.execution.CheckedAnswer;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.reply.RefusalDetector;
import dev.babyagi.schema.SchemaFit;

/**
 * Checks the answer to a think task. Every answer must be present, must not be a refusal,
 * and must fit its type, its schema and its length. Then the success criterion of the
 * task is applied. If there is none, or it cannot be applied, the answer is accepted as
 * unverified.
 */
@Component
public class Verification {

	private final SuccessCriteria criteria;

	public Verification(SuccessCriteria criteria) {
		this.criteria = criteria;
	}

	/**
	 * Checks one reply.
	 * @param task the task
	 * @param artifacts the artifacts that the check may refer to, by task id
	 * @param reply the reply of the model
	 */
	public CheckedAnswer check(Task task, Map<String, Artifact> artifacts, String reply) {
		if (reply.isBlank()) {
			return new CheckedAnswer.Failed("The reply is empty", "");
		}
		if (RefusalDetector.is(reply)) {
			return new CheckedAnswer.Failed("The reply refuses the task. Do it, or say what is known", reply);
		}
		return switch (ReplyReader.read(task, reply)) {
			case ReadingResult.Unreadable(String message) -> new CheckedAnswer.Failed(message, reply);
			case ReadingResult.Value(JsonNode value) ->
				check(task, artifacts, Artifacts.of(task.expect().type(), value), reply);
		};
	}

	private CheckedAnswer check(Task task, Map<String, Artifact> artifacts, Artifact artifact, String reply) {
		String misfit = misfit(task.expect(), artifact);
		return (misfit != null) ? new CheckedAnswer.Failed(misfit, reply) : check(task, artifacts, artifact);
	}

	/** Checks an artifact by the success criterion of its task. */
	public CheckedAnswer check(Task task, Map<String, Artifact> artifacts, Artifact artifact) {
		return switch (this.criteria.judge(task.success(), artifacts, artifact)) {
			case CriterionResult.Holds(VerificationLevel level) -> new CheckedAnswer.Passed(artifact, level);
			case CriterionResult.Fails(String message) -> new CheckedAnswer.Failed(message, artifact.text());
			case CriterionResult.SaysNothing() -> new CheckedAnswer.Passed(artifact, VerificationLevel.NONE);
		};
	}

	private static @Nullable String misfit(Expect expect, Artifact artifact) {
		if (artifact.text().isBlank()) {
			return "The reply is empty";
		}
		int length = artifact.text().codePointCount(0, artifact.text().length());
		if (expect.maxChars() != null && length > expect.maxChars()) {
			return "The answer has " + length + " characters, at most " + expect.maxChars() + " are allowed";
		}
		if (expect.schema() == null) {
			return null;
		}
		SchemaFit fit = SchemaFit.of(expect.schema(), artifact.value());
		return fit.fits() ? null : "The answer does not fit its schema: " + String.join("; ", fit.misfits());
	}

}
