package dev.babyagi.tool;

import java.util.List;

/**
 * Catalogues to test with.
 */
public final class Catalogues {

	private Catalogues() {
	}

	public static Catalogue of(Tool... tools) {
		return new Catalogue(List.of(tools));
	}

}
