package dev.babyagi.tool.datetime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.schema.JsonSchema;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolResult.Failure;
import dev.babyagi.tool.ToolResult.Output;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DateTime}.
 */
class DateTimeTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final DateTime datetime = new DateTime(
			Clock.fixed(Instant.parse("2026-03-01T23:30:15.5Z"), ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'operation': 'now'}                                                          | 2026-03-01T23:30:15Z
					{'operation': 'now', 'zone': 'Europe/Oslo'}                                   | 2026-03-02T00:30:15+01:00
					{'operation': 'add', 'date': '2026-01-31', 'amount': 1, 'unit': 'months'}     | 2026-02-28
					{'operation': 'add', 'date': '2024-02-29', 'amount': 1, 'unit': 'years'}      | 2025-02-28
					{'operation': 'add', 'date': '2026-03-01', 'amount': -1, 'unit': 'days'}      | 2026-02-28
					{'operation': 'add', 'date': '2026-03-01', 'amount': 2, 'unit': 'weeks'}      | 2026-03-15
					{'operation': 'add', 'date': '2026-03-01', 'amount': 36, 'unit': 'hours'}     | 2026-03-02T12:00:00Z
					{'operation': 'add', 'date': 'today', 'amount': 1, 'unit': 'days'}            | 2026-03-02
					{'operation': 'add', 'date': 'today', 'zone': 'Asia/Tokyo', 'amount': 1, 'unit': 'days'} | 2026-03-03
					{'operation': 'add', 'date': '2026-03-28T12:00', 'zone': 'Europe/Oslo', 'amount': 1, 'unit': 'days'}   | 2026-03-29T12:00:00+02:00
					{'operation': 'add', 'date': '2026-03-28T12:00', 'zone': 'Europe/Oslo', 'amount': 24, 'unit': 'hours'} | 2026-03-29T13:00:00+02:00
					{'operation': 'difference', 'date': '2026-03-01', 'other': '2026-12-25'}      | 299
					{'operation': 'difference', 'date': '2026-12-25', 'other': '2026-03-01'}      | -299
					{'operation': 'difference', 'date': '2000-02-29', 'other': '2026-02-28', 'unit': 'years'}  | 25
					{'operation': 'difference', 'date': '2026-03-01', 'other': '2026-03-02', 'unit': 'hours'}  | 24
					{'operation': 'difference', 'date': '2026-03-01T10:00Z', 'other': '2026-03-01T10:00+02:00', 'unit': 'minutes'} | -120
					{'operation': 'weekday', 'date': '2026-03-01'}                                | Sunday
					{'operation': 'weekday', 'date': '2026-03-01T23:30:00Z'}                      | Sunday
					{'operation': 'weekday', 'date': '2026-11-28T23:30:00-05:00', 'zone': 'UTC'}  | Sunday
					{'operation': 'weekday', 'date': '2026-11-28T23:30:00-05:00'}                 | Saturday
					{'operation': 'add', 'date': '2026-03-28T11:00:00Z', 'zone': 'Europe/Oslo', 'amount': 1, 'unit': 'days'} | 2026-03-29T12:00:00+02:00
					{'operation': 'convert', 'date': '2026-03-01T10:00:00+01:00', 'zone': 'Asia/Tokyo'}        | 2026-03-01T18:00:00+09:00
					{'operation': 'convert', 'date': '2026-03-01 10:00', 'zone': 'UTC'}             | 2026-03-01T10:00:00Z
					{'operation': 'zones', 'search': 'oslo'}                                      | [Europe/Oslo]
					{'operation': 'zones', 'search': 'new york'}                                  | [America/New_York]
					""")
	void answers(String inputs, String text) {
		assertThat(use(inputs)).isInstanceOfSatisfying(Output.class,
				(output) -> assertThat(output.text()).isEqualTo(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'operation': 'weekday', 'date': '2026-02-30'}                            | '2026-02-30' is not a date; write 2026-03-01
					{'operation': 'weekday', 'date': 'next Friday'}                           | 'next Friday' is not a date
					{'operation': 'weekday'}                                                  | 'date' is missing
					{'operation': 'difference', 'date': '2026-03-01'}                         | 'other' is missing
					{'operation': 'add', 'date': '2026-03-01', 'unit': 'days'}                | 'amount' is missing
					{'operation': 'add', 'date': '2026-03-01', 'amount': 1}                   | 'unit' is missing or unknown; use one of seconds
					{'operation': 'add', 'date': '9999-12-31', 'amount': 1, 'unit': 'days'}   | out of range
					{'operation': 'add', 'date': '9999-12-31', 'amount': 1000000, 'unit': 'years'} | out of range
					{'operation': 'now', 'zone': 'Oslo'}                                      | Unknown time zone 'Oslo'; use an IANA name
					{'operation': 'zones', 'search': 'atlantis'}                              | No time zone contains 'atlantis'
					{'operation': 'age'}                                                      | Unknown operation 'age'; use now
					{}                                                                        | Unknown operation
					""")
	void failsWithTheCure(String inputs, String reason) {
		assertThat(use(inputs)).isInstanceOfSatisfying(Failure.class,
				(failure) -> assertThat(failure.reason()).contains(reason));
	}

	@Test
	void aListOfZonesIsCut() {
		assertThat(use("{'operation': 'zones'}")).isInstanceOfSatisfying(Output.class,
				(output) -> assertThat(output.value().size()).isEqualTo(50));
	}

	@Test
	void aDifferenceIsANumber() {
		assertThat(use("{'operation': 'difference', 'date': '2026-03-01', 'other': '2026-03-02'}"))
			.isInstanceOfSatisfying(Output.class, (output) -> assertThat(output.value().isIntegralNumber()).isTrue());
	}

	@Test
	void itsSchemaTakesWhatItAsksFor() {
		JsonSchema schema = JsonSchema.compile(this.datetime.inputSchema());
		assertThat(schema.validate(json("{'operation': 'add', 'date': 'now', 'amount': 3, 'unit': 'days'}"))).isEmpty();
		assertThat(schema.validate(json("{'operation': 'age'}"))).hasSize(1);
		assertThat(schema.validate(json("{'operation': 'now', 'date': 3}"))).hasSize(1);
		assertThat(schema.validate(json("{'date': 'now'}"))).hasSize(1);
		assertThat(schema.validate(json("{'operation': 'now', 'format': 'x'}"))).hasSize(1);
	}

	private ToolResult use(String inputs) {
		return this.datetime.use(json(inputs));
	}

	private static JsonNode json(String inputs) {
		return JSON.readTree(inputs.replace('\'', '"'));
	}

}
