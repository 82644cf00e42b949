package dev.babyagi.web.edge;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link AllowedHosts} and of the setting behind it.
 */
class AllowedHostsTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Settings.class);

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.0.0.1:8080", "10.1.2.3:80", "[::1]", "[::1]:8080", "[FE80::1:2]:8080",
			"[::ffff:10.0.0.1]", "localhost", "LocalHost:8080", "localhost.", "localhost:" })
	void allowsAddressesAndLocalhostAlways(String host) {
		assertThat(new AllowedHosts(List.of()).allow(host)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "attacker.example", "attacker.example:8080", "127.0.0.1.attacker.example",
			"localhost.attacker.example", "attacker.localhost", "1.2.3", "1.2.3.4.5", "app", "", ":8080", "[::1", "::1",
			"127.0.0.1:80:attacker.example", "[::1].attacker.example", "localhost@attacker.example", "\u0131.example",
			"localhost..", "１２７.0.0.1" })
	void allowsNoOtherNames(String host) {
		assertThat(new AllowedHosts(List.of()).allow(host)).isFalse();
	}

	@Test
	void allowsTheNamesOfTheSetting() {
		AllowedHosts hosts = new AllowedHosts(List.of("app", "api.example.com", "*.example.org"));
		assertThat(List.of("app:8080", "APP", "api.example.com.", "API.Example.com:443", "a.example.org",
				"a.b.example.org:1"))
			.allMatch(hosts::allow);
		assertThat(List.of("xapp", "app.example", "xapi.example.com", "b.api.example.com", "example.org",
				".example.org", "xexample.org", "example.org.attacker.example"))
			.noneMatch(hosts::allow);
		assertThat(new AllowedHosts(List.of("*")).allow("anything.example")).isTrue();
	}

	@Test
	void readsTheSettingAndRefusesWhatIsNoName() {
		this.service.withPropertyValues("babyagi.web.allowed-hosts= App , *.Example.com")
			.run((context) -> assertThat(context.getBean(HostSettings.class).allowedHosts()).containsExactly("app",
					"*.example.com"));
		for (String wrong : List.of("https://app.example.com", "app:8080", "a*.example.com", "exa mple.com")) {
			this.service.withPropertyValues("babyagi.web.allowed-hosts=" + wrong)
				.run((context) -> assertThat(context).hasFailed()
					.getFailure()
					.rootCause()
					.hasMessageContaining("without scheme and port"));
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(HostSettings.class)
	static class Settings {

	}

}
