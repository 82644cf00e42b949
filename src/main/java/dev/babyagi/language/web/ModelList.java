package dev.babyagi.language.web;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.language.LanguageModel;

/**
 * The response that lists the models.
 *
 * @param items one item for each role
 */
record ModelList(List<Item> items) {

	static ModelList of(List<LanguageModel.RoleModel> models) {
		return new ModelList(models.stream().map(Item::of).toList());
	}

	/**
	 * The model of a role.
	 *
	 * @param role the role
	 * @param model the name of the model
	 * @param contextTokens the window that its prompts are cut to, in tokens
	 */
	@Schema(name = "Model")
	record Item(@Schema(description = "What calls are for", example = "planner") String role,
			@Schema(description = "The model's name at the endpoint", example = "gpt-5.4-mini") String model,
			@Schema(description = "The window that prompts are cut to, in tokens",
					example = "32768") int contextTokens) {

		private static Item of(LanguageModel.RoleModel model) {
			return new Item(model.role().name().toLowerCase(Locale.ROOT), model.model(), model.contextTokens());
		}

	}

}
