package dev.babyagi.web;

import org.springframework.stereotype.Component;

/**
 * Whose request it is. Every row carries a tenant; as long as there are no API keys, all
 * callers are the tenant {@code default}.
 */
@Component
public class CallerTenant {

	/** The tenant of the request that is being served. */
	public String id() {
		return "default";
	}

}
