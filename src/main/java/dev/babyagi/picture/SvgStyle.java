package dev.babyagi.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The colours of pictures. The style sheet in each document chooses them for light and
 * dark. A content security policy has to allow it by its {@link #hash()}.
 * <p>
 * A page that embeds a picture in its own markup may forbid the style sheet. Then the
 * presentation attributes hold: lines and states have colours that can be seen on white
 * and on black, boxes are hardly filled, and text has the colour of the text around it.
 * The page can do better with a style sheet of its own for the same classes, since any
 * rule is stronger than a presentation attribute. Classes: {@code paper}, {@code muted},
 * {@code edge}, {@code head}, {@code grid}, {@code gap}; {@code task} with the state of
 * the task, {@code attempt} with the outcome of the attempt, {@code critical}.
 */
public final class SvgStyle {

	static final String FONT = "system-ui, sans-serif";

	static final String GREY = "#7d8590";

	static final String TEXT = """
			.babyagi{color:#1f2328;color-scheme:light dark}
			.babyagi .paper{fill:#ffffff}
			.babyagi .muted{fill:#59636e}
			.babyagi .edge{stroke:#818b98}
			.babyagi .head{fill:#818b98}
			.babyagi .answer{stroke:#afb8c1}
			.babyagi .grid{fill:#d8dee4;fill-opacity:1}
			.babyagi .gap{fill:#afb8c1}
			@media (prefers-color-scheme:dark){
			.babyagi{color:#e6edf3}
			.babyagi .paper{fill:#0d1117}
			.babyagi .muted{fill:#9198a1}
			.babyagi .edge{stroke:#757e89}
			.babyagi .head{fill:#757e89}
			.babyagi .answer{stroke:#4a525c}
			.babyagi .grid{fill:#2b323b;fill-opacity:1}
			.babyagi .gap{fill:#4a525c}
			}
			""";

	private static final String HASH = hash(TEXT);

	private SvgStyle() {
	}

	/** Returns the source of the style sheet in a policy: {@code sha256-} and so on. */
	public static String hash() {
		return HASH;
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return "sha256-" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** The colour of a task in a state, or of an attempt with an outcome. */
	static String colour(String state) {
		return switch (state) {
			case "running" -> "#3b82f6";
			case "ready" -> "#0d9488";
			case "waiting", "unreachable" -> "#8b5cf6";
			case "retrying", "wrong", "declined" -> "#d97706";
			case "succeeded", "reused" -> "#2da44e";
			case "failed", "refused", "fatal", "over_budget" -> "#e5484d";
			default -> GREY;
		};
	}

	/** An empty document with a name for screen readers. */
	static SvgElement document(String kind, String name, double width, double height) {
		return SvgElement.of("svg")
			.with("xmlns", "http://www.w3.org/2000/svg")
			.with("class", "babyagi " + kind)
			.with("role", "group")
			.with("aria-label", name)
			.size(width, height)
			.with("viewBox", "0 0 " + SvgElement.length(width) + " " + SvgElement.length(height))
			.with("font-family", FONT)
			.with("fill", "currentColor")
			.add(SvgElement.of("title").say(name))
			.add(SvgElement.of("style").say(TEXT))
			.add(SvgElement.of("rect")
				.with("class", "paper")
				.with("fill", "none")
				.with("width", "100%")
				.with("height", "100%"));
	}

}
