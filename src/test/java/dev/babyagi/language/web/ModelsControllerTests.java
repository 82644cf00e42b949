package dev.babyagi.language.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsControllerTests {

	private static MockMvcTester serving(LanguageModel.RoleModel... models) {
		return MockMvcTester
			.create(MockMvcBuilders.standaloneSetup(new ModelsController(new Named(List.of(models)))).build());
	}

	@Test
	void listsTheModelOfEachRole() {
		MockMvcTester service = serving(new LanguageModel.RoleModel(ModelRole.PLANNER, "big", 32768),
				new LanguageModel.RoleModel(ModelRole.EXECUTOR, "qwen2.5:7b", 8192));
		assertThat(service.get().uri("/v1/models")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
				{"items":[{"role":"planner","model":"big","contextTokens":32768},
				{"role":"executor","model":"qwen2.5:7b","contextTokens":8192}]}""");
	}

	@Test
	void listsNothingWhereNoneIsConfigured() {
		assertThat(serving().get().uri("/v1/models")).hasStatusOk().bodyJson().isStrictlyEqualTo("{\"items\":[]}");
	}

	private record Named(List<RoleModel> models) implements LanguageModel {

		@Override
		public boolean isConfigured() {
			return !this.models.isEmpty();
		}

		@Override
		public ModelUsage estimate(ModelRequest ask) {
			return ModelUsage.NONE;
		}

		@Override
		public ModelResult ask(ModelRequest ask, Meter meter, Meter.Reservation reservation) {
			throw new UnsupportedOperationException();
		}

		@Override
		public int contextTokens(ModelRole role) {
			return 0;
		}

	}

}
