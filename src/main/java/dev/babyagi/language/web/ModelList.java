package dev.babyagi.language.web;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.language.LanguageModel;

/**
 * The models as they are shown.
 *
 * @param items one for each role
 */
record ModelList(List<Item> items) {

	static ModelList of(List<LanguageModel.RoleModel> models) {
		return new ModelList(models.stream().map(Item::of).toList());
	}

	/**
	 * The model of a role.
	 *
	 * @param role the role
	 * @param model the model's name
	 * @param contextTokens the window its prompts are cut to, in tokens
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
