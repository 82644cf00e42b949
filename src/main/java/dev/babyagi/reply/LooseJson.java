package dev.babyagi.reply;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON as models write it: trailing and missing commas, comments, single quotes,
 * names without quotes, line breaks inside texts. Proper JSON is read exactly. Of a
 * document that breaks off, the complete elements and fields are kept and incomplete ones
 * are dropped. It takes one pass in linear time.
 */
public final class LooseJson {

	private static final int MAX_DEPTH = 100;

	private final LooseScanner scanner;

	private int depth;

	private LooseJson(String text, int start) {
		this.scanner = new LooseScanner(text, start);
	}

	/**
	 * Reads the document that begins at a brace or bracket.
	 * @return the document, or nothing if none can begin there
	 */
	public static Optional<Document> read(String text, int start) {
		LooseJson reader = new LooseJson(text, start);
		JsonNode root = reader.value();
		if (root == null) {
			return Optional.empty();
		}
		return Optional
			.of(new Document(root, start, reader.scanner.position(), reader.scanner.atEnd() && reader.broken()));
	}

	private boolean broken() {
		return this.scanner.brokeOff();
	}

	/** Returns a value, or {@code null} if none can be read here. */
	private @Nullable JsonNode value() {
		this.scanner.skipSpace();
		if (this.scanner.take('{')) {
			return nested(true);
		}
		if (this.scanner.take('[')) {
			return nested(false);
		}
		return this.scanner.scalar();
	}

	private @Nullable JsonNode nested(boolean object) {
		if (this.depth == MAX_DEPTH) {
			return null;
		}
		this.depth++;
		JsonNode node = object ? object() : array();
		this.depth--;
		return node;
	}

	private @Nullable ObjectNode object() {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		while (!this.scanner.closes('}')) {
			String name = this.scanner.name();
			if (name == null || !this.scanner.takeColon()) {
				return this.scanner.atEnd() ? object : null;
			}
			JsonNode value = value();
			if (value == null) {
				return this.scanner.atEnd() ? object : null;
			}
			if (!this.scanner.brokeOff() || value.isContainer()) {
				object.set(name, value);
			}
		}
		return object;
	}

	/** Reads a list. In a text, {@code [see below]} is none. */
	private @Nullable ArrayNode array() {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		while (!this.scanner.closes(']')) {
			JsonNode value = value();
			if (value == null) {
				return this.scanner.atEnd() ? array : null;
			}
			if (this.depth == 1 && this.scanner.readWord()) {
				return null;
			}
			if (!this.scanner.brokeOff()) {
				array.add(value);
			}
		}
		return array;
	}

	/**
	 * The result of reading.
	 *
	 * @param root the document
	 * @param start where it begins in the text
	 * @param end where it ends in the text
	 * @param truncated whether the text broke off before the document was closed
	 */
	public record Document(JsonNode root, int start, int end, boolean truncated) {

		int length() {
			return this.end - this.start;
		}

	}

}
