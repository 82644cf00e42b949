package dev.babyagi.tool.datetime;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolRisk;

/**
 * Answers questions about dates, times and time zones by the calendar of ISO 8601.
 */
@Component
public class DateTime implements Tool {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final List<String> UNITS = Stream
		.of(ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.WEEKS,
				ChronoUnit.MONTHS, ChronoUnit.YEARS)
		.map((unit) -> unit.name().toLowerCase(Locale.ROOT))
		.toList();

	/** The most zones in a result; a longer search text finds fewer. */
	private static final int MAX_ZONES = 50;

	private final Clock clock;

	public DateTime(Clock clock) {
		this.clock = clock;
	}

	@Override
	public String name() {
		return "datetime";
	}

	@Override
	public String description() {
		return """
				Dates, times and time zones. now: the time in zone. add: date plus amount (may be negative) of unit. \
				difference: from date to other in whole units (days, unless unit says otherwise). \
				weekday: the day of the week of date. convert: date as the clocks in zone show it. \
				zones: names of time zones that contain search. Dates are ISO 8601, or now, or today.""";
	}

	@Override
	public JsonNode inputSchema() {
		ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
		ObjectNode properties = schema.putObject("properties");
		ArrayNode operations = properties.putObject("operation").put("type", "string").putArray("enum");
		Stream.of("now", "add", "difference", "weekday", "convert", "zones").forEach(operations::add);
		text(properties, "date", "For example 2026-03-01, 2026-03-01T10:00, 2026-03-01T10:00:00+01:00, now or today");
		text(properties, "other", "The second date of a difference");
		properties.putObject("amount").put("type", "integer").put("minimum", -1_000_000).put("maximum", 1_000_000);
		ArrayNode units = properties.putObject("unit").put("type", "string").putArray("enum");
		UNITS.forEach(units::add);
		text(properties, "zone",
				"An IANA name such as Europe/Oslo, in which dates are seen; if absent, the offset of the date, or UTC");
		text(properties, "search", "A part of the names of zones wanted");
		schema.putArray("required").add("operation");
		return schema;
	}

	@Override
	public ToolRisk risk() {
		return ToolRisk.PURE;
	}

	@Override
	public ToolResult use(JsonNode inputs) {
		String operation = inputs.path("operation").asString("");
		try {
			return switch (operation) {
				case "now" -> shown(ZonedDateTime.now(this.clock).withZoneSameInstant(zone(inputs)));
				case "add" -> shown(sum(date(inputs, "date"), inputs));
				case "difference" -> difference(date(inputs, "date"), date(inputs, "other"), inputs);
				case "weekday" -> weekday(date(inputs, "date"));
				case "convert" -> shown(start(date(inputs, "date"), inputs).withZoneSameInstant(zone(inputs)));
				case "zones" -> zones(inputs.path("search").asString(""));
				default ->
					new ToolResult.Failure("Unknown operation '%s'; use now, add, difference, weekday, convert or zones"
						.formatted(operation));
			};
		}
		catch (ParsedMoment.Unclear ex) {
			return new ToolResult.Failure(String.valueOf(ex.getMessage()));
		}
		catch (DateTimeException | ArithmeticException ex) {
			return new ToolResult.Failure("The result is out of range; years go from 1 to 9999");
		}
	}

	private static void text(ObjectNode properties, String name, String description) {
		properties.putObject(name).put("type", "string").put("maxLength", 100).put("description", description);
	}

	/** A date stays a date, unless hours or smaller units are added to it. */
	private Temporal sum(Temporal date, JsonNode inputs) {
		ChronoUnit unit = unit(inputs);
		return (unit.isTimeBased() ? start(date, inputs) : date).plus(amount(inputs), unit);
	}

	private ToolResult difference(Temporal from, Temporal to, JsonNode inputs) {
		ChronoUnit unit = inputs.has("unit") ? unit(inputs) : ChronoUnit.DAYS;
		boolean wholeDays = from instanceof LocalDate && to instanceof LocalDate && unit.isDateBased();
		long between = wholeDays ? unit.between(from, to) : unit.between(start(from, inputs), start(to, inputs));
		return new ToolResult.Output(JSON.numberNode(between), Long.toString(between));
	}

	private static ToolResult weekday(Temporal date) {
		return text(DayOfWeek.from(date).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
	}

	private static ToolResult zones(String search) {
		String wanted = search.toLowerCase(Locale.ROOT).replace(' ', '_');
		ArrayNode names = JSON.arrayNode();
		ZoneId.getAvailableZoneIds()
			.stream()
			.filter((name) -> name.toLowerCase(Locale.ROOT).contains(wanted))
			.sorted()
			.limit(MAX_ZONES)
			.forEach(names::add);
		if (names.isEmpty()) {
			return new ToolResult.Failure(
					"No time zone contains '%s'; search for a continent or a large city".formatted(search));
		}
		return new ToolResult.Output(names, names.valueStream().map(JsonNode::asString).toList().toString());
	}

	private Temporal date(JsonNode inputs, String name) {
		if (!inputs.has(name)) {
			throw new ParsedMoment.Unclear("'%s' is missing; give an ISO 8601 date, now or today".formatted(name));
		}
		Temporal date = ParsedMoment.read(inputs.path(name).asString(""), this.clock, zone(inputs));
		boolean elsewhere = inputs.has("zone") && !(date instanceof LocalDate);
		return elsewhere ? ZonedDateTime.from(date).withZoneSameInstant(zone(inputs)) : date;
	}

	private ZonedDateTime start(Temporal date, JsonNode inputs) {
		return (date instanceof LocalDate day) ? day.atStartOfDay(zone(inputs)) : ZonedDateTime.from(date);
	}

	private static long amount(JsonNode inputs) {
		if (!inputs.has("amount")) {
			throw new ParsedMoment.Unclear("'amount' is missing; say how many units to add, as in 3 or -3");
		}
		return inputs.path("amount").asLong();
	}

	private static ChronoUnit unit(JsonNode inputs) {
		String unit = inputs.path("unit").asString("");
		if (!UNITS.contains(unit)) {
			throw new ParsedMoment.Unclear(
					"'unit' is missing or unknown; use one of %s".formatted(String.join(", ", UNITS)));
		}
		return ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT));
	}

	private static ZoneId zone(JsonNode inputs) {
		return inputs.has("zone") ? ParsedMoment.zone(inputs.path("zone").asString("")) : ZoneId.of("UTC");
	}

	private static ToolResult shown(Temporal date) {
		int year = date.get(ChronoField.YEAR);
		if (year < 1 || year > 9999) {
			throw new DateTimeException("Year " + year);
		}
		return text(ParsedMoment.text(date));
	}

	private static ToolResult text(String text) {
		return new ToolResult.Output(JSON.stringNode(text), text);
	}

}
