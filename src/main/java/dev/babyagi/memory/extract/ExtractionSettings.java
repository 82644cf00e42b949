package dev.babyagi.memory.extract;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the extraction of facts.
 *
 * @param extract after which objectives facts are extracted
 * @param dailyTokens the most tokens that extraction may use for a tenant in one day
 * (UTC); 0 for none
 */
@Validated
@ConfigurationProperties("babyagi.memory")
record ExtractionSettings(@DefaultValue("context") After extract,
		@DefaultValue("1000000") @PositiveOrZero long dailyTokens) {

	/** After which objectives facts are extracted. */
	enum After {

		/** After none. */
		OFF,

		/** After those whose context the client gave. */
		CONTEXT,

		/** After all. */
		ALWAYS

	}

}
