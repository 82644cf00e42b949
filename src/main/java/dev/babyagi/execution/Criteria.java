package dev.babyagi.execution;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.Equality;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.OneLine;
import dev.babyagi.reply.Shown;
import dev.babyagi.schema.SchemaFit;
import dev.babyagi.tool.Catalogue;
import dev.babyagi.tool.ToolResult;

/**
 * The checks that a task can name as its success. Models write them, and some are of no
 * use: an expression that cannot be computed, a pattern that is none. Such a criterion
 * says nothing; it never fails an answer.
 */
@Component
class Criteria {

	/** A longer pattern is no criterion anyone could read. */
	private static final int MAX_PATTERN = 1_000;

	private final Catalogue catalogue;

	Criteria(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	Finding judge(Success success, Map<String, Artifact> artifacts, Artifact artifact) {
		JsonNode arg = success.arg();
		if (arg == null) {
			return new Finding.SaysNothing();
		}
		return switch (success.kind()) {
			case RECOMPUTE -> recompute(arg, artifacts, artifact);
			case REGEX -> regex(arg, artifact);
			case RANGE -> Range.of(arg).map((range) -> range(range, artifact)).orElseGet(Finding.SaysNothing::new);
			case SCHEMA -> schema(arg, artifact);
			case RUBRIC, NONE -> new Finding.SaysNothing();
		};
	}

	private Finding recompute(JsonNode arg, Map<String, Artifact> artifacts, Artifact artifact) {
		Optional<JsonNode> computed = text(arg, "expression").flatMap((expression) -> compute(expression, artifacts));
		if (computed.isEmpty()) {
			return new Finding.SaysNothing();
		}
		return Equality.within(artifact.value(), computed.get()) ? new Finding.Holds(Level.RECOMPUTE)
				: new Finding.Fails("Computed again, the value is not " + OneLine.of(artifact.text(), 100));
	}

	private Optional<JsonNode> compute(String expression, Map<String, Artifact> artifacts) {
		return Resolution.expression(expression, artifacts)
			.flatMap((resolved) -> this.catalogue.find(ToolUse.CALCULATOR)
				.map((calculator) -> calculator.use(ExactJson.NODES.objectNode().put(ToolUse.EXPRESSION, resolved))))
			.flatMap((result) -> switch (result) {
				case ToolResult.Output(JsonNode value, String _) -> Optional.of(value);
				case ToolResult.Failure _ -> Optional.empty();
			});
	}

	private static Finding regex(JsonNode arg, Artifact artifact) {
		Pattern pattern = text(arg, "pattern").map(Criteria::compile).orElse(null);
		if (pattern == null) {
			return new Finding.SaysNothing();
		}
		return pattern.matches(artifact.text()) ? new Finding.Holds(Level.REGEX)
				: new Finding.Fails("The answer as a whole does not match " + pattern.pattern());
	}

	private static @Nullable Pattern compile(String pattern) {
		try {
			return (pattern.length() <= MAX_PATTERN) ? Pattern.compile(pattern) : null;
		}
		catch (PatternSyntaxException ex) {
			return null;
		}
	}

	private static Finding range(Range range, Artifact artifact) {
		if (!artifact.value().isNumber()) {
			return new Finding.Fails("A number within " + range + " was expected");
		}
		BigDecimal number = artifact.value().decimalValue();
		return range.holds(number) ? new Finding.Holds(Level.RANGE)
				: new Finding.Fails(Shown.number(number) + " does not lie within " + range);
	}

	private static Finding schema(JsonNode arg, Artifact artifact) {
		if (!arg.isObject()) {
			return new Finding.SaysNothing();
		}
		SchemaFit fit = SchemaFit.of(arg, artifact.value());
		if (!fit.usable()) {
			return new Finding.SaysNothing();
		}
		return fit.fits() ? new Finding.Holds(Level.SCHEMA)
				: new Finding.Fails("The answer does not fit its schema: " + String.join("; ", fit.misfits()));
	}

	/** The argument of a check, given as a text or as the named field of an object. */
	private static Optional<String> text(JsonNode arg, String field) {
		JsonNode node = arg.isObject() ? arg.path(field) : arg;
		return (node.isString() || node.isNumber()) ? Optional.of(node.asString()) : Optional.empty();
	}

}
