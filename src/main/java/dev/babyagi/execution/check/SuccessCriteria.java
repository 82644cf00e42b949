package dev.babyagi.execution.check;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.ValueEquality;
import dev.babyagi.schema.LinearPattern;
import dev.babyagi.schema.SchemaFit;
import dev.babyagi.tool.CalculatorInputs;
import dev.babyagi.tool.ToolCatalogue;
import dev.babyagi.tool.ToolResult;

/**
 * The success criteria that a task can name. Models write them, and some cannot be
 * applied, such as an invalid expression or pattern. Such a criterion says nothing and
 * never fails an answer.
 */
@Component
public class SuccessCriteria {

	private final ToolCatalogue catalogue;

	public SuccessCriteria(ToolCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	CriterionResult judge(Success success, Map<String, Artifact> artifacts, Artifact artifact) {
		JsonNode arg = success.arg();
		if (arg == null) {
			return new CriterionResult.SaysNothing();
		}
		return switch (success.kind()) {
			case RECOMPUTE -> recompute(arg, artifacts, artifact);
			case REGEX -> regex(arg, artifact);
			case RANGE ->
				NumberRange.of(arg).map((range) -> range(range, artifact)).orElseGet(CriterionResult.SaysNothing::new);
			case SCHEMA -> schema(arg, artifact);
			// A model says whether it is met.
			case RUBRIC, NONE -> new CriterionResult.SaysNothing();
		};
	}

	private CriterionResult recompute(JsonNode arg, Map<String, Artifact> artifacts, Artifact artifact) {
		Optional<JsonNode> computed = text(arg, "expression").flatMap((expression) -> compute(expression, artifacts));
		if (computed.isEmpty()) {
			return new CriterionResult.SaysNothing();
		}
		return ValueEquality.within(artifact.value(), computed.get())
				? new CriterionResult.Holds(VerificationLevel.RECOMPUTE)
				: new CriterionResult.Fails("Computed again, the value is not " + OneLine.of(artifact.text(), 100));
	}

	private Optional<JsonNode> compute(String expression, Map<String, Artifact> artifacts) {
		return resolved(expression, artifacts)
			.flatMap((resolved) -> this.catalogue.find(CalculatorInputs.TOOL)
				.map((calculator) -> calculator.use(CalculatorInputs.of(resolved))))
			.flatMap((result) -> switch (result) {
				case ToolResult.Output(JsonNode value, String _, String _) -> Optional.of(value);
				case ToolResult.Failure _ -> Optional.empty();
			});
	}

	private static Optional<String> resolved(String expression, Map<String, Artifact> artifacts) {
		try {
			return Optional.of(ReferenceResolution.expression(expression, artifacts));
		}
		catch (UnresolvedReference ex) {
			return Optional.empty();
		}
	}

	private static CriterionResult regex(JsonNode arg, Artifact artifact) {
		String written = text(arg, "pattern").orElse("");
		return LinearPattern.of(written)
			.filter((pattern) -> !written.isEmpty())
			.<CriterionResult>map(
					(pattern) -> pattern.matches(artifact.text()) ? new CriterionResult.Holds(VerificationLevel.REGEX)
							: new CriterionResult.Fails("The answer as a whole does not match " + written))
			.orElseGet(CriterionResult.SaysNothing::new);
	}

	private static CriterionResult range(NumberRange range, Artifact artifact) {
		if (!artifact.value().isNumber()) {
			return new CriterionResult.Fails("A number within " + range + " was expected");
		}
		BigDecimal number = artifact.value().decimalValue();
		return range.holds(number) ? new CriterionResult.Holds(VerificationLevel.RANGE)
				: new CriterionResult.Fails(DisplayValues.number(number) + " does not lie within " + range);
	}

	private static CriterionResult schema(JsonNode arg, Artifact artifact) {
		if (!arg.isObject()) {
			return new CriterionResult.SaysNothing();
		}
		SchemaFit fit = SchemaFit.of(arg, artifact.value());
		if (!fit.usable()) {
			return new CriterionResult.SaysNothing();
		}
		return fit.fits() ? new CriterionResult.Holds(VerificationLevel.SCHEMA)
				: new CriterionResult.Fails("The answer does not fit its schema: " + String.join("; ", fit.misfits()));
	}

	/** The argument of a check, given as a text or as the named field of an object. */
	private static Optional<String> text(JsonNode arg, String field) {
		JsonNode node = arg.isObject() ? arg.path(field) : arg;
		return (node.isString() || node.isNumber()) ? Optional.of(node.asString()) : Optional.empty();
	}

}
