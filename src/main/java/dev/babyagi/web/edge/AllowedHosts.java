package dev.babyagi.web.edge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts that requests may name in their {@code Host} header: every IP address, since
 * no web page can give itself one as its name, {@code localhost}, and those of the
 * settings.
 */
final class AllowedHosts {

	/** No name in DNS has this form, because no top-level domain is a number. */
	private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

	private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

	private static final Pattern PORT = Pattern.compile(":[0-9]*$");

	private final List<String> names;

	/**
	 * Creates the hosts.
	 * @param names in lower case; {@code *.example.com} stands for every name that ends
	 * so, {@code *} for every name
	 */
	AllowedHosts(List<String> names) {
		this.names = names;
	}

	/**
	 * Returns whether a request may name this host.
	 * @param header the value of the header: a host, and possibly a port
	 */
	boolean allow(String header) {
		String host = PORT.matcher(header.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
		if (IPV4.matcher(host).matches() || IPV6.matcher(host).matches()) {
			return true;
		}
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		return name.equals("localhost") || this.names.stream().anyMatch((allowed) -> covers(allowed, name));
	}

	private static boolean covers(String allowed, String name) {
		if (allowed.equals("*") || allowed.equals(name)) {
			return true;
		}
		return allowed.startsWith("*.") && name.length() >= allowed.length() && name.endsWith(allowed.substring(1));
	}

}
