package dev.babyagi.language.openai;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The prices of models. Names are compared by their letters and digits only, because
 * configuration keys lose other characters unless they are written in brackets, and
 * environment variables always lose them.
 */
final class ModelPrices {

	private static final int PER_MILLION = 6;

	private final Map<String, BigDecimal> byName = new HashMap<>();

	ModelPrices(Map<String, Double> settings) {
		settings.forEach((name, price) -> {
			if (!name.endsWith(".input") && !name.endsWith(".output")) {
				throw new IllegalArgumentException("babyagi.language.prices.%s names no price; ".formatted(name)
						+ "give babyagi.language.prices.<model>.input and .output in US dollars per million tokens");
			}
			this.byName.put(plain(name), BigDecimal.valueOf(price));
		});
	}

	/**
	 * Returns the price of a call in US dollars, 0 for a model without a price.
	 */
	BigDecimal cost(String model, long inputTokens, long outputTokens) {
		return price(model + ".input").multiply(BigDecimal.valueOf(inputTokens))
			.add(price(model + ".output").multiply(BigDecimal.valueOf(outputTokens)))
			.movePointLeft(PER_MILLION);
	}

	private BigDecimal price(String name) {
		return this.byName.getOrDefault(plain(name), BigDecimal.ZERO);
	}

	private static String plain(String name) {
		StringBuilder plain = new StringBuilder(name.length());
		name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
		return plain.toString();
	}

}
