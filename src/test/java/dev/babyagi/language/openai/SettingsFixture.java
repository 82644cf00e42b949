package dev.babyagi.language.openai;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Settings as the binder makes them.
 */
final class SettingsFixture {

	private SettingsFixture() {
	}

	static LanguageSettings none() {
		return bound(Map.of());
	}

	static LanguageSettings bound(Map<String, String> properties) {
		Map<String, String> prefixed = new HashMap<>();
		properties.forEach((name, value) -> prefixed.put("babyagi.language." + name, value));
		return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate("babyagi.language",
				LanguageSettings.class);
	}

}
