package dev.babyagi.web.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON rules of the API. A value must have the documented type and is never
 * converted, an unknown field is refused, and numbers keep every digit.
 */
public final class StrictJson {

	private StrictJson() {
	}

	/**
	 * Derives the strict mapper of the API from the mapper that the service uses
	 * internally. Internally it would be wrong, because a newer replica may have written
	 * rows with fields that this one does not know.
	 */
	public static JsonMapper strict(JsonMapper lenient) {
		return lenient.rebuild()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.withCoercionConfig(LogicalType.Textual,
					(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.annotationIntrospector(new WireEnums())
			.addModule(new SimpleModule("strict values")
				.addDeserializer(Integer.class, new WholeNumber<>(Integer.class, BigDecimal::intValueExact))
				.addDeserializer(Long.class, new WholeNumber<>(Long.class, BigDecimal::longValueExact))
				.addDeserializer(Instant.class, new FromText<>(Instant.class, WireInstant::parse))
				.addDeserializer(Duration.class, new FromText<>(Duration.class, Duration::parse)))
			.build();
	}

	/** In JSON 5.0 is the integer 5, as in JSON Schema; 5.5 is none. */
	private static final class WholeNumber<T> extends StdScalarDeserializer<T> {

		private final transient Function<BigDecimal, T> exact;

		private WholeNumber(Class<T> type, Function<BigDecimal, T> exact) {
			super(type);
			this.exact = exact;
		}

		@Override
		@SuppressWarnings("unchecked")
		public T deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.currentToken().isNumeric()) {
				try {
					return this.exact.apply(parser.getDecimalValue());
				}
				catch (ArithmeticException ex) {
					return (T) context.handleUnexpectedToken(this._valueClass, parser);
				}
			}
			return (T) context.handleUnexpectedToken(this._valueClass, parser);
		}

	}

	/** Jackson reads a number as seconds. Here a time must be ISO 8601. */
	private static final class FromText<T> extends StdScalarDeserializer<T> {

		private final transient Function<String, T> parse;

		private FromText(Class<T> type, Function<String, T> parse) {
			super(type);
			this.parse = parse;
		}

		@Override
		@SuppressWarnings("unchecked")
		public T deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				return (T) context.handleUnexpectedToken(this._valueClass, parser);
			}
			try {
				return this.parse.apply(parser.getString());
			}
			catch (DateTimeException | ArithmeticException ex) {
				return (T) context.handleWeirdStringValue(this._valueClass, "", "not ISO 8601");
			}
		}

	}

}
