package dev.babyagi.web.edge;

import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the HTTP interface.
 *
 * @param allowedHosts host names that requests may be sent to, besides IP addresses and
 * {@code localhost}: such as {@code app.example.com}, {@code *.example.com} for every
 * name that ends so, or {@code *} for every name
 */
@Validated
@ConfigurationProperties("babyagi.web")
record HostSettings(@DefaultValue List<@Pattern(regexp = FORM, message = MESSAGE) String> allowedHosts) {

	static final String FORM = "\\*|(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*";

	static final String MESSAGE = "must be a host name without scheme and port, such as app.example.com,"
			+ " *.example.com or *";

	HostSettings {
		allowedHosts = allowedHosts.stream().map((host) -> host.strip().toLowerCase(Locale.ROOT)).toList();
	}

}
