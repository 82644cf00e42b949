package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Artifacts;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.References;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.ExactJson;

/**
 * Applies conclusions that need no model: a reference or a template.
 */
final class TemplateAnswer {

	private final Map<String, Artifact> artifacts;

	TemplateAnswer(Map<String, Artifact> artifacts) {
		this.artifacts = artifacts;
	}

	/**
	 * The artifact that the conclusion gives; empty if one that it refers to does not
	 * exist.
	 */
	Optional<Artifact> artifact(Conclusion conclusion) {
		return switch (conclusion) {
			case Conclusion.Reference(String value) -> reference(value);
			case Conclusion.Template(String value) ->
				isComplete(value) ? Optional.of(template(value)) : Optional.empty();
			case Conclusion.Synthesize _ -> Optional.empty();
		};
	}

	/** The ids of the tasks that the conclusion refers to. */
	static Set<String> cites(Conclusion conclusion) {
		return switch (conclusion) {
			case Conclusion.Reference(String value) -> References.tasksIn(value);
			case Conclusion.Template(String value) -> References.tasksIn(value);
			case Conclusion.Synthesize _ -> Set.of();
		};
	}

	private Optional<Artifact> reference(String value) {
		return references(value).stream().findFirst().flatMap((reference) -> {
			Artifact artifact = this.artifacts.get(reference.taskId());
			if (artifact == null || reference.path().isEmpty()) {
				return Optional.ofNullable(artifact);
			}
			return reference.within(artifact.value()).map(Artifacts::of);
		});
	}

	/**
	 * Fills in a template; one that is JSON stays valid JSON, whatever the values are.
	 */
	private Artifact template(String value) {
		return ExactJson.document(value.strip())
			.filter(JsonNode::isContainer)
			.map((json) -> Artifacts.of(DisplayValues.value(References.resolve(json, this::value))))
			.orElseGet(() -> Artifacts.text(References.render(value, this::text)));
	}

	private boolean isComplete(String value) {
		return references(value).stream().allMatch((reference) -> find(reference).isPresent());
	}

	private Optional<JsonNode> find(Reference reference) {
		return Optional.ofNullable(this.artifacts.get(reference.taskId()))
			.flatMap((artifact) -> reference.within(artifact.value()));
	}

	private JsonNode value(Reference reference) {
		return find(reference).orElseThrow();
	}

	private String text(Reference reference) {
		Artifact artifact = this.artifacts.get(reference.taskId());
		return (artifact != null && reference.path().isEmpty()) ? artifact.text()
				: DisplayValues.text(value(reference));
	}

	private static List<Reference> references(String value) {
		List<Reference> references = new ArrayList<>();
		References.render(value, (reference) -> {
			references.add(reference);
			return "";
		});
		return references;
	}

}
