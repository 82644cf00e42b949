package dev.babyagi.journey.web;

/**
 * Whose request it is. Every row carries a tenant; without authentication there is one.
 */
final class Tenants {

	static final String DEFAULT = "default";

	private Tenants() {
	}

}
