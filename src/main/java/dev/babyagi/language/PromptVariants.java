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
			throw new IllegalArgumentException("babyagi.prompts.variants names %s twice".formatted(variant.id()));
		}
		if (ofPrompt.size() > MOST_OF_PROMPT || ofPrompt.stream().mapToDouble(PromptVariant::share).sum() > MOST) {
			throw new IllegalArgumentException(
					"babyagi.prompts.variants has more than %d variants of %s, or shares of more than %s together"
						.formatted(MOST_OF_PROMPT, variant.prompt(), MOST));
		}
	}

	private static PromptVariant load(PromptSettings.Variant variant, @Nullable Path folder) {
		String path = variant.prompt();
		ModelRole role = PROMPTS.get(path);
		if (role == null) {
			throw new IllegalArgumentException("babyagi.prompts.variants: %s is none of the prompts with variants, %s"
				.formatted(path, new TreeSet<>(PROMPTS.keySet())));
		}
		String[] parts = path.split("/", 2);
		PromptTemplate baseline = PromptTemplate.load(parts[0], parts[1]);
		PromptTemplate template = (folder != null) ? read(folder.resolve(path + "." + variant.name() + ".md"))
				: PromptTemplate.load(parts[0], parts[1] + "." + variant.name());
		if (!template.parameters().equals(baseline.parameters())) {
			throw new IllegalArgumentException("The prompt %s.%s.md has the parameters %s; it must have %s"
				.formatted(path, variant.name(), template.parameters(), baseline.parameters()));
		}
		return new PromptVariant(role, path, variant.name(), variant.share(), baseline, template);
	}

	private static PromptTemplate read(Path file) {
		try {
			return PromptTemplate.of(file.toString(), Files.readString(file).strip());
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(
					"The prompt %s cannot be read: put the file there, or take the variant ".formatted(file)
							+ "out of babyagi.prompts.variants",
					ex);
		}
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
