package dev.babyagi.integration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;
import dev.babyagi.reply.OneLine;

/**
 * Makes one answer from the artifacts of tasks. It calls no model itself: it returns the
 * request and reads the reply, so that the caller can make the call on a thread that may
 * wait. Every method is a pure function of its arguments and safe to repeat after a
 * crash.
 *
 * <pre class="code">
 * Optional&lt;Answer&gt; answer = integration.conclude(plan, artifacts, outputSchema);
 * // else
 * Verdict verdict = integration.readJoin(brief, reply(integration.askJoin(brief)));
 * if (verdict instanceof Faulty faulty) {
 *     verdict = integration.readJoinRepair(brief, faulty, reply(integration.askJoinRepair(brief, reply, faulty)));
 * }
 * </pre>
 */
@Component
public class Integration {

	private static final int MAX_CLAIM = 300;

	private static final String ROUNDED = "A number in the answer is rounded to 34 significant digits";

	/**
	 * Concludes a plan without a model, if its conclusion is a reference or a template
	 * and every artifact that it refers to exists. Numbers are shown with 34 digits, and
	 * a warning says so if that rounded one.
	 * @param plan the plan
	 * @param artifacts what its tasks produced, by task id
	 * @param outputSchema the JSON Schema of the answer, or {@code null} for text
	 * @return the answer; empty if a model is needed, also because the value does not fit
	 * the schema in any form (as it is, as text, as the JSON in a text)
	 */
	public Optional<Answer> conclude(Plan plan, Map<String, Artifact> artifacts, @Nullable JsonNode outputSchema) {
		Conclusion conclusion = plan.conclusion();
		return new TemplateAnswer(artifacts).artifact(conclusion).flatMap((artifact) -> {
			List<Claim> claims = List
				.of(new Claim(OneLine.of(artifact.text(), MAX_CLAIM), List.copyOf(TemplateAnswer.cites(conclusion))));
			List<String> warnings = isRounded(conclusion, artifacts) ? List.of(ROUNDED) : List.of();
			if (outputSchema == null) {
				return Optional.of(Answer.ofText(artifact.text(), warnings, claims));
			}
			return SchemaCoercion.fit(artifact.value(), outputSchema)
				.map((json) -> Answer.ofJson(json, warnings, claims));
		});
	}

	/**
	 * Says why {@link #conclude} gave no answer although no model is needed for it.
	 * @return one sentence that names the value and the schema that it does not fit in
	 * any form; empty if there is no value or it fits
	 */
	public Optional<String> misfit(Plan plan, Map<String, Artifact> artifacts, JsonNode outputSchema) {
		return new TemplateAnswer(artifacts).artifact(plan.conclusion())
			.filter((artifact) -> SchemaCoercion.fit(artifact.value(), outputSchema).isEmpty())
			.map((artifact) -> "The answer %s does not fit the outputSchema %s: %s".formatted(
					OneLine.of(artifact.text(), MAX_CLAIM), OneLine.of(outputSchema.toString(), MAX_CLAIM),
					String.join("; ", SchemaCoercion.misfits(artifact.value(), outputSchema))));
	}

	private static boolean isRounded(Conclusion conclusion, Map<String, Artifact> artifacts) {
		return TemplateAnswer.cites(conclusion)
			.stream()
			.map(artifacts::get)
			.anyMatch((artifact) -> artifact != null && artifact.isRounded());
	}

	/**
	 * Concludes a task from its children without a model, under the same conditions.
	 * Numbers keep every digit.
	 * @param conclusion how its artifact is made from those of its children, see
	 * {@link Plan#childConclusions}
	 * @param artifacts what the children produced, by task id
	 * @return its artifact; empty if a model is needed
	 */
	public Optional<Artifact> ofChildren(Conclusion conclusion, Map<String, Artifact> artifacts) {
		return new TemplateAnswer(artifacts).artifact(conclusion);
	}

	/**
	 * Shortens outputs that are too long to be joined in full, as far as replies allow.
	 * @param replies the replies to earlier calls
	 * @return what has to be asked still, and the brief with the summaries there are
	 */
	public Shortened shorten(JoinBrief brief, SummaryPart.Replies replies) {
		LongOutputs outputs = new LongOutputs(brief);
		List<SummaryPart> open = outputs.advance(replies);
		return new Shortened(open, brief.withSummaries(outputs.summaries()));
	}

	/**
	 * What is to be joined, with outputs shortened as far as they are.
	 *
	 * @param open the calls that would shorten it further and have not been answered
	 * @param brief what can be joined now
	 */
	public record Shortened(List<SummaryPart> open, JoinBrief brief) {

	}

	/** Makes the request that joins the artifacts. */
	public ModelRequest askJoin(JoinBrief brief) {
		return JoinPrompt.ask(brief);
	}

	/**
	 * Reads the reply to {@link #askJoin}.
	 * @param reply the reply; an empty text if it was not usable
	 */
	public Verdict readJoin(JoinBrief brief, String reply) {
		return new JoinReview(brief).read(reply);
	}

	/**
	 * Makes the one request that asks the model to repair a faulty reply.
	 * @param reply the faulty reply
	 * @param faulty the verdict of {@link #readJoin} on it
	 */
	public ModelRequest askJoinRepair(JoinBrief brief, String reply, Verdict.Faulty faulty) {
		return JoinPrompt.askRepair(brief, reply, faulty.errors());
	}

	/**
	 * Reads the reply to {@link #askJoinRepair}. There is no second repair: a reply that
	 * is still faulty becomes an answer with warnings, and of two faulty replies the one
	 * that says more is used.
	 * @param first the verdict on the first reply
	 * @param reply the second reply; an empty text if it was not usable
	 */
	public Verdict.Settled readJoinRepair(JoinBrief brief, Verdict.Faulty first, String reply) {
		return switch (readJoin(brief, reply)) {
			case Verdict.Settled settled -> settled;
			case Verdict.Faulty second -> better(first.otherwise(), second.otherwise());
		};
	}

	private static Verdict.Settled better(Verdict.Settled first, Verdict.Settled second) {
		boolean firstAnswers = first instanceof Verdict.Satisfied;
		if (firstAnswers != second instanceof Verdict.Satisfied) {
			return firstAnswers ? first : second;
		}
		boolean onlyFirstClaims = second.answer().claims().isEmpty() && !first.answer().claims().isEmpty();
		return onlyFirstClaims ? first : second;
	}

	/**
	 * Makes an answer without a model when no call can be made: the artifacts task by
	 * task, with the gaps in the text and in the warnings. It is always
	 * {@code text/plain}, even if there is an output schema.
	 * @param gaps why the answer is not complete
	 * @return the answer; empty if no task has an artifact
	 */
	public Optional<Answer> assemble(Plan plan, Map<String, Artifact> artifacts, Map<String, String> states,
			List<String> gaps) {
		boolean found = plan.tasks().stream().anyMatch((task) -> artifacts.containsKey(task.id()));
		return found ? Optional.of(PartialAnswer.of(plan, artifacts, states, gaps)) : Optional.empty();
	}

}
