package dev.babyagi.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SecretPatterns}. The secrets are put together here, so that no scanner
 * finds one in this file.
 */
class SecretPatternsTests {

	private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

	private static final String DIGITS = "0123456789";

	private static final String LETTERS = LOWER + LOWER.toUpperCase(Locale.ROOT);

	private static final String ALPHANUMERIC = LETTERS + DIGITS;

	private static final String HEX = DIGITS + "abcdef";

	private static final Random RANDOM = new Random(7);

	static Stream<Arguments> secrets() {
		return Stream.of(secret("AWS access key", "AKIA" + random(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")),
				secret("AWS secret key", "aws_secret_access_key = " + random(40, ALPHANUMERIC + "/+")),
				secret("age secret key", "AGE-SECRET-KEY-1" + random(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")),
				secret("Airtable token", "pat" + random(14, ALPHANUMERIC) + "." + random(64, HEX)),
				secret("Anthropic API key", "sk-ant-api03-" + random(93, ALPHANUMERIC) + "AA"),
				secret("Atlassian API token", "ATATT3" + random(186, ALPHANUMERIC)),
				secret("Azure AD client secret", random(3, LETTERS) + "8Q~" + random(34, ALPHANUMERIC)),
				secret("Azure storage account key",
						"DefaultEndpointsProtocol=https;AccountKey=" + random(86, ALPHANUMERIC) + "=="),
				secret("Databricks token", "dapi" + random(32, HEX)),
				secret("DigitalOcean token", "dop_v1_" + random(64, HEX)),
				secret("Doppler token", "dp.pt." + random(43, ALPHANUMERIC)),
				secret("Fly.io token", "fo1_" + random(43, ALPHANUMERIC)),
				secret("GitHub token", "ghp_" + random(36, ALPHANUMERIC)),
				secret("GitHub token", "github_pat_" + random(82, ALPHANUMERIC)),
				secret("GitLab token", "glpat-" + random(20, ALPHANUMERIC)),
				secret("Google API key", "AIza" + random(35, ALPHANUMERIC)),
				secret("Grafana token", "glsa_" + random(32, ALPHANUMERIC) + "_" + random(8, HEX)),
				secret("Heroku API key", "HRKU-AA" + random(58, ALPHANUMERIC)),
				secret("Hugging Face token", "hf_" + random(34, LETTERS)),
				secret("JSON Web Token",
						"ey" + random(30, ALPHANUMERIC) + ".ey" + random(60, ALPHANUMERIC) + "."
								+ random(43, ALPHANUMERIC)),
				secret("Linear API key", "lin_api_" + random(40, ALPHANUMERIC)),
				secret("Notion token", "ntn_" + random(11, DIGITS) + random(35, ALPHANUMERIC)),
				secret("npm token", "npm_" + random(36, ALPHANUMERIC)),
				secret("OpenAI API key", "sk-proj-" + random(74, ALPHANUMERIC)),
				secret("OpenAI API key", "sk-" + random(48, ALPHANUMERIC)),
				secret("Perplexity API key", "pplx-" + random(48, ALPHANUMERIC)),
				secret("PlanetScale credential", "pscale_tkn_" + random(43, ALPHANUMERIC)),
				secret("Postman API key", "PMAK-" + random(24, HEX) + "-" + random(34, HEX)),
				secret("private key", "-----BEGIN OPENSSH PRIVATE" + " KEY-----"),
				secret("Pulumi token", "pul-" + random(40, HEX)),
				secret("PyPI token", "pypi-AgEIcHlwaS5vcmc" + random(60, ALPHANUMERIC)),
				secret("RubyGems key", "rubygems_" + random(48, HEX)),
				secret("SendGrid key", "SG." + random(22, ALPHANUMERIC) + "." + random(43, ALPHANUMERIC)),
				secret("Sentry token", "sntryu_" + random(64, HEX)),
				secret("Shopify token", "shpat_" + random(32, HEX)),
				secret("Slack token",
						"xoxb-" + random(12, DIGITS) + "-" + random(12, DIGITS) + "-" + random(24, ALPHANUMERIC)),
				secret("Slack webhook",
						"https://hooks.slack.com/services/T" + random(8, ALPHANUMERIC) + "/B" + random(8, ALPHANUMERIC)
								+ "/" + random(24, ALPHANUMERIC)),
				secret("Square token", "sq0atp-" + random(22, ALPHANUMERIC)),
				secret("Stripe key", "sk_live_" + random(24, ALPHANUMERIC)),
				secret("Telegram bot token", random(10, DIGITS) + ":AA" + random(33, ALPHANUMERIC)),
				secret("Twilio API key", "SK" + random(32, HEX)),
				secret("Vault token", "hvs." + random(95, ALPHANUMERIC)),
				secret("AWS Bedrock key", "ABSK" + random(120, ALPHANUMERIC)),
				secret("authorization header", "Authorization: Bearer " + random(40, ALPHANUMERIC)),
				secret("password in a URL", "postgres://app:" + "hunter" + "@db.example.com:5432/app"),
				secret("password", "my password is " + "Tr0ub4dor&3"),
				secret("password", "Server=db;Uid=sa;Pwd=" + "s3cr3t!x9" + ";"),
				secret("password in Chinese", "我的密码是" + "Abc12345x" + "，别忘了"),
				secret("credential", "api_key: \"" + random(24, ALPHANUMERIC) + "\""));
	}

	private static Arguments secret(String kind, String secret) {
		return Arguments.of(kind, secret);
	}

	private static String random(int length, String alphabet) {
		StringBuilder text = new StringBuilder();
		RANDOM.ints(length, 0, alphabet.length()).forEach((index) -> text.append(alphabet.charAt(index)));
		return text.toString();
	}

	@ParameterizedTest
	@MethodSource("secrets")
	void findsTheKindWhereverTheSecretStands(String kind, String secret) {
		assertThat(SecretPatterns.find(secret)).contains(kind);
		assertThat(SecretPatterns.find("Please remember (" + secret + "). It is for the shop.")).contains(kind);
	}

	@Test
	void hasAnExampleOfEachKind() {
		List<Object> kinds = secrets().map((arguments) -> arguments.get()[0]).toList();
		assertThat(SecretPatterns.kinds()).hasSizeGreaterThan(30).allMatch(kinds::contains);
	}

	@ParameterizedTest
	@ValueSource(strings = { "My favourite colour is teal, and I live in Oslo since 2019.",
			"My password is important to me", "The password is necessarily long", "I keep my password in a safe",
			"Password policy: 12 characters, changed every 90 days", "The secret of good bread is time.",
			"The secret is that we launch on 2024-11-05", "The API key is documented at docs/api-v2.md",
			"API keys: see https://example.com/keys/2024", "The token: 2024-11-05", "Ask the secretary: room 4012b",
			"The key is under the mat, 3rd from the left", "Author: Ada Lovelace, 1843",
			"https://example.com:8443/path@v2?user=ada", "ssh://git@github.com:22/owner/repo.git",
			"Write to ada@example.com or call +47 22 33 44 55", "postgres://app:${PASSWORD}@db:5432/app",
			"password: <your password here>", "password=****", "f47ac10b-58cc-4372-a567-0e02b2c3d479",
			"Commit 9fceb02d0ae598e95dc970b74767f19372d61af8 broke the build",
			"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
			"obj_01M88T7XCWFF7BTR43W16AM3XF and ctx_01M88EQ6FJEXDAV3FV4QHVJ051", "registry/app@sha256-1a2b3c4d5e6f",
			"skeleton_key_for_the_old_barn_door_in_the_north", "sk-8 is a skate park in Malmö", "我的密码很长，我不会告诉你",
			"请记住：我最喜欢的颜色是青色，我住在奥斯陆。", "密码是很重要的东西", "パスワードは秘密です", "내 비밀번호는 비밀입니다", "1 234 567 890 123 456 789 012" })
	void leavesOrdinaryTextsAlone(String text) {
		assertThat(SecretPatterns.find(text)).isEmpty();
	}

	@Test
	void takesLinearTime() {
		String text = "password: aws key token " + "a".repeat(20_000) + " ://".repeat(2_000);
		long start = System.nanoTime();
		SecretPatterns.find(text);
		assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
	}

}
