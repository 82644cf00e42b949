package dev.babyagi.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A prompt from {@code prompts/<module>/<name>.md} on the classpath, with named
 * parameters such as {@code {{objective}}}. All parameters are replaced in one pass, and
 * values are not searched for parameters, so that no value can insert one. Immutable;
 * load it once into a constant.
 *
 * <pre class="code">
 * private static final PromptTemplate THINK = PromptTemplate.load("execution", "think");
 *
 * String quoted = PromptTemplate.data("objective", text);
 * String user = THINK.render(Map.of("objective", quoted, "task", instruction));
 * </pre>
 */
public final class PromptTemplate {

	private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]{0,63})\\s*}}");

	private static final Pattern DELIMITER = Pattern.compile("<(?=\\s*+/?+\\s*+data\\b)", Pattern.CASE_INSENSITIVE);

	private static final Pattern UNFIT_LABEL = Pattern.compile("[^A-Za-z0-9_.-]");

	private static final int LONGEST_LABEL = 64;

	private final String name;

	private final String text;

	private final Set<String> parameters;

	private volatile @Nullable Pattern form;

	private PromptTemplate(String name, String text) {
		this.name = name;
		this.text = text;
		this.parameters = parametersOf(text);
	}

	/**
	 * Loads a prompt.
	 * @param module the folder under {@code prompts}
	 * @param name the file's name without its ending, {@code .md} or {@code .txt}
	 * @return the prompt
	 * @throws IllegalArgumentException if there is no such file
	 */
	public static PromptTemplate load(String module, String name) {
		String path = "prompts/" + module + "/" + name;
		String text = read(path + ".md");
		if (text == null) {
			text = read(path + ".txt");
		}
		if (text == null) {
			throw new IllegalArgumentException("There is no prompt %s.md (or .txt) on the classpath".formatted(path));
		}
		return new PromptTemplate(path, text.strip());
	}

	static PromptTemplate of(String name, String text) {
		return new PromptTemplate(name, text);
	}

	/**
	 * Fills the parameters in.
	 * @param values the text of each parameter
	 * @return the finished text
	 * @throws IllegalArgumentException if a parameter has no value or a value no
	 * parameter; the message names it and holds no value
	 */
	public String render(Map<String, String> values) {
		if (!values.keySet().equals(this.parameters)) {
			throw new IllegalArgumentException("Prompt %s takes the parameters %s, but was given %s"
				.formatted(this.name, this.parameters, new TreeSet<>(values.keySet())));
		}
		return PARAMETER.matcher(this.text)
			.replaceAll((parameter) -> Matcher.quoteReplacement(values.getOrDefault(parameter.group(1), "")));
	}

	/**
	 * Finds the values that a text was rendered with; nothing if it was rendered from
	 * another prompt.
	 */
	Optional<Map<String, String>> valuesIn(String rendered) {
		Pattern read = this.form;
		if (read == null) {
			read = form();
			this.form = read;
		}
		Matcher matcher = read.matcher(rendered);
		return matcher.matches()
				? Optional.of(this.parameters.stream()
					.collect(Collectors.toMap(Function.identity(), (name) -> matcher.group(group(name)))))
				: Optional.empty();
	}

	/** What is rendered from it looks so. */
	private Pattern form() {
		StringBuilder pieces = new StringBuilder();
		Set<String> seen = new HashSet<>();
		Matcher parameter = PARAMETER.matcher(this.text);
		int end = 0;
		while (parameter.find()) {
			String group = group(parameter.group(1));
			pieces.append(Pattern.quote(this.text.substring(end, parameter.start())))
				.append(seen.add(group) ? "(?<" + group + ">.*?)" : "\\k<" + group + ">");
			end = parameter.end();
		}
		return Pattern.compile(pieces + Pattern.quote(this.text.substring(end)), Pattern.DOTALL);
	}

	/** A group has no underscore in its name. */
	private static String group(String parameter) {
		return parameter.replace("_", "U95");
	}

	/** The SHA-256 of the text, in hexadecimal digits. */
	String digest() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Returns the names of the parameters.
	 */
	public Set<String> parameters() {
		return this.parameters;
	}

	/**
	 * Quotes untrusted text as data, in a block that the text cannot close: every {@code
	 * <} in it that could begin the delimiter is replaced by its entity. All else stays
	 * as it is.
	 * @param label what the data is, such as {@code objective} or {@code t1}
	 * @param text the untrusted text
	 * @return the opening delimiter, the text and the closing delimiter, each on its own
	 * line
	 */
	public static String data(String label, String text) {
		String safe = UNFIT_LABEL.matcher(label).replaceAll("_");
		safe = safe.substring(0, Math.min(safe.length(), LONGEST_LABEL));
		return "<data name=\"" + safe + "\">\n" + DELIMITER.matcher(text).replaceAll("&lt;") + "\n</data>";
	}

	private static Set<String> parametersOf(String text) {
		Set<String> parameters = new TreeSet<>();
		PARAMETER.matcher(text).results().forEach((parameter) -> parameters.add(parameter.group(1)));
		return Set.copyOf(parameters);
	}

	private static @Nullable String read(String path) {
		try (InputStream stream = PromptTemplate.class.getClassLoader().getResourceAsStream(path)) {
			return (stream != null) ? new String(stream.readAllBytes(), StandardCharsets.UTF_8) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
