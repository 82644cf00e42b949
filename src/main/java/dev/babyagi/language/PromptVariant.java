package dev.babyagi.language;

import java.util.Optional;

/**
 * Another wording of a prompt with instructions, which may take the place of the usual
 * one.
 *
 * @param role the role that the prompt instructs
 * @param prompt the prompt, such as {@code planning/planner}
 * @param name its name
 * @param share the share of objectives that get it without having passed the gate, from 0
 * to 1
 * @param baseline the usual instructions
 * @param template the other wording, with the same parameters
 */
public record PromptVariant(ModelRole role, String prompt, String name, double share, PromptTemplate baseline,
		PromptTemplate template) {

	/** The prompt and the name, such as {@code planning/planner.brief}. */
	public String id() {
		return this.prompt + "." + this.name;
	}

	/** A digest of its text, which changes with it. */
	public String digest() {
		return this.template.digest();
	}

	/** The same request in this wording; nothing if it has other instructions. */
	public Optional<ModelRequest> apply(ModelRequest request) {
		return this.baseline.valuesIn(request.system())
			.map((values) -> request.withSystem(this.template.render(values)));
	}

}
