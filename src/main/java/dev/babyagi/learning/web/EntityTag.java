package dev.babyagi.learning.web;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * The entity tag of a resource that clients may change: its version.
 */
final class EntityTag {

	private EntityTag() {
	}

	static String of(int version) {
		return "\"" + version + "\"";
	}

	/**
	 * Checks {@code If-Match}.
	 * @param ifMatch the header, or {@code null} if it is absent
	 * @param version the present version
	 * @throws Problem if it is absent, or names another version
	 */
	static void require(@Nullable String ifMatch, int version) {
		if (ifMatch == null) {
			throw Problem.of(ProblemType.PRECONDITION_REQUIRED,
					"Read it first, and send the ETag of the answer as If-Match");
		}
		boolean matches = Stream.of(ifMatch.split(","))
			.map(String::strip)
			.anyMatch((tag) -> tag.equals("*") || tag.equals(of(version)));
		if (!matches) {
			throw Problem.of(ProblemType.STALE, "It has changed since you read it: its ETag is " + of(version));
		}
	}

}
