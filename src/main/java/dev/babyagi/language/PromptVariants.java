package dev.babyagi.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * The other wordings of prompts that are configured. Each lies beside the usual one and
 * has the same parameters. The usual one keeps a tenth of the objectives at least.
 */
@Component
public class PromptVariants {

	private static final double MOST = 0.9;

	private static final int MOST_OF_PROMPT = 3;

	private static final Map<String, ModelRole> PROMPTS = Map.of("planning/planner", ModelRole.PLANNER,
			"planning/direct", ModelRole.EXECUTOR, "planning/direct-text", ModelRole.EXECUTOR, "execution/think",
			ModelRole.EXECUTOR, "integration/join-system", ModelRole.JOINER);

	private final List<PromptVariant> variants;

	PromptVariants(PromptSettings settings) {
		List<PromptVariant> found = new ArrayList<>();
		for (PromptSettings.Variant variant : settings.variants()) {
			found.add(load(variant, settings.folder()));
		}
		this.variants = List.copyOf(found);
		this.variants.forEach((variant) -> check(variant, of(variant.prompt())));
	}

	private static void check(PromptVariant variant, List<PromptVariant> ofPrompt) {
		if (ofPrompt.stream().filter((other) -> other.name().equals(variant.name())).count() > 1) {
			throw refused(variant.id(), "It is named twice");
		}
		if (ofPrompt.size() > MOST_OF_PROMPT || ofPrompt.stream().mapToDouble(PromptVariant::share).sum() > MOST) {
			throw refused(variant.id(), "Its prompt has more than %d variants, or shares of more than %s together"
				.formatted(MOST_OF_PROMPT, MOST));
		}
	}

	private static PromptVariant load(PromptSettings.Variant variant, @Nullable Path folder) {
		String path = variant.prompt();
		String id = path + "." + variant.name();
		ModelRole role = PROMPTS.get(path);
		if (role == null) {
			throw refused(id, "Only these prompts have variants: " + new TreeSet<>(PROMPTS.keySet()));
		}
		String[] parts = path.split("/", 2);
		PromptTemplate baseline = PromptTemplate.load(parts[0], parts[1]);
		PromptTemplate template = (folder != null) ? read(id, folder.resolve(id + ".md"))
				: packaged(id, parts[0], parts[1] + "." + variant.name());
		if (!template.parameters().equals(baseline.parameters())) {
			throw refused(id, "It has the parameters %s, and must have those of its prompt, %s"
				.formatted(template.parameters(), baseline.parameters()));
		}
		return new PromptVariant(role, path, variant.name(), variant.share(), baseline, template);
	}

	private static PromptTemplate read(String id, Path file) {
		try {
			return PromptTemplate.of(file.toString(), Files.readString(file).strip());
		}
		catch (IOException ex) {
			throw refused(id, "The file %s cannot be read. Put it there, or leave the variant out".formatted(file));
		}
	}

	private static PromptTemplate packaged(String id, String module, String name) {
		try {
			return PromptTemplate.load(module, name);
		}
		catch (IllegalArgumentException ex) {
			throw refused(id, ex.getMessage() + ". If it lies elsewhere, set babyagi.prompts.folder");
		}
	}

	/** Shown at start without a stack trace. */
	private static InvalidConfigurationPropertyValueException refused(String id, String reason) {
		return new InvalidConfigurationPropertyValueException("babyagi.prompts.variants", id, reason);
	}

	/** All variants. */
	public List<PromptVariant> all() {
		return this.variants;
	}

	/** The variants of a prompt, in the order of the settings. */
	public List<PromptVariant> of(String prompt) {
		return this.variants.stream().filter((variant) -> variant.prompt().equals(prompt)).toList();
	}

	/** Finds a variant. */
	public Optional<PromptVariant> find(String id) {
		return this.variants.stream().filter((variant) -> variant.id().equals(id)).findFirst();
	}

}
