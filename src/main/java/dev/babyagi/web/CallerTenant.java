package dev.babyagi.web;

import org.springframework.stereotype.Component;

/**
 * The tenant of the caller. Every row carries a tenant. As long as there are no API keys,
 * all callers are the tenant {@code default}.
 */
@Component
public class CallerTenant {

	/** Returns the tenant of the request that is being served. */
	public String id() {
		return "default";
	}

}
