package dev.babyagi.language.openai;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;

import dev.babyagi.language.ModelRole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LanguageSettingsTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withConfiguration(UserConfigurations.of(Bound.class));

	@Test
	void isNotConfiguredByDefault() {
		LanguageSettings settings = SettingsFixture.none();
		assertThat(settings.isConfigured()).isFalse();
		assertThat(settings.maxCallsInFlight()).isEqualTo(256);
		assertThat(settings.firstPause()).isEqualTo(Duration.ofSeconds(1));
		assertThat(settings.address()).isEqualTo("https://api.openai.com/v1");
		for (ModelRole role : ModelRole.values()) {
			assertThat(settings.model(role)).isEqualTo(LanguageSettings.SMALL_MODEL);
			assertThat(settings.role(role).contextTokens()).isEqualTo(32768);
			assertThat(settings.maxTokens(role)).isPositive();
		}
	}

	@Test
	void isConfiguredByAKeyOrAnAddress() {
		assertThat(SettingsFixture.bound(Map.of("api-key", "sk-1")).isConfigured()).isTrue();
		assertThat(SettingsFixture.bound(Map.of("base-url", "http://localhost:11434/v1")).isConfigured()).isTrue();
		assertThat(SettingsFixture.bound(Map.of("api-key", " ", "base-url", "")).isConfigured()).isFalse();
		assertThat(SettingsFixture.bound(Map.of("model", "fake")).isConfigured()).isFalse();
	}

	@Test
	void takesTheNamesThatOpenAiGaveThem() {
		this.application
			.withPropertyValues("OPENAI_API_KEY=sk-1", "OPENAI_BASE_URL=http://localhost:1/v1/", "OPENAI_MODEL=llama3")
			.run((context) -> {
				LanguageSettings settings = context.getBean(LanguageSettings.class);
				assertThat(settings.key()).contains("sk-1");
				assertThat(settings.address()).isEqualTo("http://localhost:1/v1");
				assertThat(settings.model(ModelRole.JOINER)).isEqualTo("llama3");
			});
	}

	@Test
	void givesEachRoleItsOwn() {
		LanguageSettings settings = SettingsFixture.bound(Map.of("model", "all", "roles.planner.model", "big",
				"roles.planner.temperature", "0.5", "roles.planner.top-p", "0.9", "roles.planner.top-k", "40",
				"roles.planner.max-tokens", "99", "roles.planner.context-tokens", "4096"));
		assertThat(settings.model(ModelRole.PLANNER)).isEqualTo("big");
		assertThat(settings.maxTokens(ModelRole.PLANNER)).isEqualTo(99);
		assertThat(settings.role(ModelRole.PLANNER))
			.isEqualTo(new LanguageSettings.RoleSettings("big", 0.5, 0.9, 40, 99, 4096));
		assertThat(settings.model(ModelRole.EXECUTOR)).isEqualTo("all");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gpu-host:11434/v1", "ftp://models/v1", "http:///v1", "not an address" })
	void refusesAnAddressThatIsNone(String address) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LanguageSettings("", address, "", 1, Map.of(), Map.of(), Duration.ZERO))
			.withMessageContaining("OPENAI_BASE_URL")
			.withMessageNotContaining(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-calls-in-flight=0", "first-pause=-1s", "roles.joiner.temperature=3",
			"roles.joiner.top-p=0", "roles.joiner.max-tokens=0", "prices.fake.input=-1", "roles.critic.model=fake" })
	void refusesWhatCannotBe(String property) {
		this.application.withPropertyValues("babyagi.language." + property)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void keepsTheKeyToItself() {
		LanguageSettings settings = new LanguageSettings("sk-CANARY", "http://user:CANARY@host/v1", "m", 1, Map.of(),
				Map.of(), Duration.ZERO);
		assertThat(settings.toString()).doesNotContain("CANARY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "qwen2.5:7b", "\"[qwen2.5:7b]\"" })
	void takesPricesOfModelsWithAnyName(String key) throws Exception {
		String yaml = """
				babyagi.language.prices:
				  %s:
				    input: 0.25
				    output: 2
				  meta-llama/Llama-3.1-8B: {input: 1, output: 3}
				""".formatted(key);
		var source = new YamlPropertySourceLoader()
			.load("test", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.getFirst();
		this.application.withInitializer((context) -> context.getEnvironment().getPropertySources().addFirst(source))
			.run((context) -> {
				ModelPrices prices = new ModelPrices(context.getBean(LanguageSettings.class).prices());
				assertThat(prices.cost("qwen2.5:7b", 1_000_000, 1_000_000)).isEqualByComparingTo("2.25");
				assertThat(prices.cost("meta-llama/Llama-3.1-8B", 1, 1)).isEqualByComparingTo("0.000004");
				assertThat(prices.cost("qwen2", 1_000_000, 1_000_000)).isEqualByComparingTo(BigDecimal.ZERO);
			});
	}

	@Test
	void refusesAPriceOfNeitherDirection() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ModelPrices(Map.of("gpt.inptu", 1.0)))
			.withMessageContaining("gpt.inptu")
			.withMessageContaining(".input and .output");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(LanguageSettings.class)
	static class Bound {

	}

}
