package dev.babyagi.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTests {

	/** Each stands in three sentences. */
	private static final List<String> SENTENCES = List.of("Please deploy with %s and say when it is done",
			"{\"note\": \"%s\", \"count\": 3}", "%s\nis what they sent, and it is wrong");

	/** Personal data with a form that is known. */
	private static final List<String> PERSONAL = List.of("ada.lovelace@example.com", "grace+navy@mail.example.co.uk",
			"jürgen@bücher.example", "+49 30 901820", "+44 20 7946 0958", "+1 (212) 555-0147", "(212) 555-0147",
			"212-555-0147", "phone 030 9018200", "call 020 7946 0958", "电话 13812345678", "tel: 0047 22334455",
			"DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "FR14 2004 1010 0505 0001 3M02 606",
			"4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005", "123-45-6789", "11010519491231002X",
			"203.0.113.77", "2001:0db8:0000:0000:0000:ff00:0042:8329");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Write to ada@example.com, please | Write to [e-mail address], please",
					"Pay to DE89 3704 0044 0532 0130 00 now | Pay to [bank account] now",
					"Mine is 4111 1111 1111 1111 | Mine is [payment card]",
					"Use password: hunter2hunter2 for it | Use password: [password] for it" })
	void putsTheKindInThePlaceOfWhatItFinds(String text, String redacted) {
		assertThat(Redaction.of(text).text()).isEqualTo(redacted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What is 4111 times 1111?", "Order 4111 1111 1111 1112 has a wrong check digit",
			"From 2024-11-05 to 2024-12-24", "Add 1,234,567.89 and 100-58", "DE89 is a road, and 30 is a number",
			"Version 3.12 of page 555-1234", "12345678901234567890 / 7", "obj_01M88T7XCWFF7BTR43W16AM3XF" })
	void leavesOrdinaryTextsAlone(String text) {
		assertThat(Redaction.of(text)).isEqualTo(new Redaction(text, Map.of()));
	}

	@Test
	void takesAWholeKeyBlock() {
		String begin = "-----BEGIN " + "PRIVATE KEY-----";
		String end = "-----END " + "PRIVATE KEY-----";
		assertThat(Redaction.of("Use\n" + begin + "\nMIIEvQIBADANBgkqh\nkiG9w0B=\n" + end + "\nfor it").text())
			.isEqualTo("Use\n[private key]\nfor it");
		assertThat(Redaction.of(begin + "\nMIIEvQIBADANBgkqh").text()).isEqualTo("[private key]");
	}

	@Test
	void missesNoSecretAndNoPersonalDataOfAKnownForm() {
		List<String> missed = new ArrayList<>();
		int planted = 0;
		for (String sentence : SENTENCES) {
			for (Arguments secret : SecretPatternsTests.secrets().toList()) {
				planted++;
				note(sentence, String.valueOf(secret.get()[1]), missed);
			}
			for (String personal : PERSONAL) {
				planted++;
				note(sentence, personal, missed);
			}
		}
		assertThat(planted).isGreaterThanOrEqualTo(200);
		assertThat(missed).isEmpty();
	}

	private static void note(String sentence, String value, List<String> missed) {
		Redaction redaction = Redaction.of(sentence.formatted(value));
		if (redaction.found().isEmpty() || redaction.text().contains(value)) {
			missed.add(value);
		}
	}

}
