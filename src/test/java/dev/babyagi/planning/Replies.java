package dev.babyagi.planning;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Replies of a planner, as text.
 */
final class Replies {

	private Replies() {
	}

	static String plan(String... tasks) {
		return "{\"tasks\":[" + String.join(",", tasks) + "]}";
	}

	static String planWithFinal(String kind, String value, String... tasks) {
		return "{\"tasks\":[" + String.join(",", tasks) + "],\"final\":{\"kind\":\"" + kind + "\",\"value\":\"" + value
				+ "\"}}";
	}

	/** So many independent think tasks. */
	static String fan(int width) {
		return plan(IntStream.rangeClosed(1, width)
			.mapToObj((number) -> think("t" + number, "part " + number))
			.toArray(String[]::new));
	}

	static String think(String id, String instruction, String... dependsOn) {
		return task(id, instruction, "think", dependsOn);
	}

	static String task(String id, String instruction, String assignment, String... dependsOn) {
		return "{\"id\":\"%s\",\"instruction\":\"%s\",\"assignment\":\"%s\",\"dependsOn\":[%s]}".formatted(id,
				instruction, assignment, quoted(dependsOn));
	}

	static String tool(String id, String tool, String inputs, String... dependsOn) {
		return "{\"id\":\"%s\",\"instruction\":\"use %s\",\"assignment\":\"tool\",\"tool\":\"%s\",\"inputs\":%s,\"dependsOn\":[%s]}"
			.formatted(id, tool, tool, inputs, quoted(dependsOn));
	}

	private static String quoted(String... ids) {
		return Arrays.stream(ids).map((id) -> "\"" + id + "\"").collect(Collectors.joining(","));
	}

}
