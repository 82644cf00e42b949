package dev.babyagi.language;

import java.nio.file.Path;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of other wordings of prompts.
 *
 * @param folder where their files lie, if not on the class path
 * @param variants the wordings
 */
@ConfigurationProperties("babyagi.prompts")
@Validated
record PromptSettings(@Nullable Path folder, @DefaultValue List<@Valid Variant> variants) {

	/**
	 * A wording.
	 *
	 * @param prompt the prompt, such as {@code planning/planner}
	 * @param name its name: the file of {@code brief} is
	 * {@code planning/planner.brief.md}
	 * @param share the share of objectives that get it
	 */
	record Variant(@NotNull String prompt, @NotNull @Pattern(regexp = "[a-z0-9-]{1,32}") String name,
			@DefaultValue("0") @DecimalMin("0") @DecimalMax("0.9") double share) {

	}

}
