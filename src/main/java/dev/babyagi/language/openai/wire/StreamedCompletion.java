package dev.babyagi.language.openai.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chunks of a streamed reply, put together as one document. Some servers send a whole
 * message in place of a delta.
 */
final class StreamedCompletion {

	private final int longest;

	private final StringBuilder content = new StringBuilder();

	private final StringBuilder thinking = new StringBuilder();

	private final StringBuilder refusal = new StringBuilder();

	private final ToolCallDeltas calls = new ToolCallDeltas();

	private JsonNode finish = MissingNode.getInstance();

	private JsonNode usage = MissingNode.getInstance();

	private String model = "";

	/**
	 * Creates a completion.
	 * @param longest the longest texts in it, in characters
	 */
	StreamedCompletion(int longest) {
		this.longest = longest;
	}

	/**
	 * Adds a chunk.
	 * @return its piece of the content, which may be empty
	 * @throws WireException if there is too much by now
	 */
	String add(JsonNode chunk) {
		this.model = chunk.path("model").asString(this.model);
		this.usage = chunk.path("usage").isObject() ? chunk.path("usage") : this.usage;
		JsonNode choice = chunk.path("choices").path(0);
		finish(choice.path("finish_reason"));
		JsonNode delta = choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
		String piece = CompletionBody.text(delta.path("content"));
		this.content.append(piece);
		this.thinking.append(CompletionBody.thinking(delta));
		this.refusal.append(delta.path("refusal").asString(""));
		this.calls.add(delta);
		if ((long) this.content.length() + this.thinking.length() + this.refusal.length()
				+ this.calls.length() > this.longest) {
			throw new WireException(EndpointFault.Useless.tooLong(this.longest));
		}
		return piece;
	}

	private void finish(JsonNode reason) {
		if (reason.isString() && !(isFinished(false) && reason.stringValue().isBlank())) {
			this.finish = reason;
		}
	}

	/** Returns whether the model has begun to write, think or call tools. */
	boolean isWriting() {
		return !this.content.isEmpty() || !this.thinking.isEmpty() || !this.refusal.isEmpty()
				|| this.calls.length() > 0;
	}

	/**
	 * Returns whether there was a reason for the end. An empty one, which some servers
	 * send with each chunk, counts if the stream says that it is done.
	 */
	boolean isFinished(boolean done) {
		return this.finish.isString() && (done || !this.finish.stringValue().isBlank());
	}

	ObjectNode document() {
		ObjectNode document = JsonMapper.shared().createObjectNode().put("model", this.model);
		ObjectNode choice = document.putArray("choices").addObject();
		choice.set("finish_reason", this.finish);
		ObjectNode message = choice.putObject("message").put("content", this.content.toString());
		message.put("reasoning_content", this.thinking.toString()).put("refusal", this.refusal.toString());
		this.calls.writeTo(message);
		document.set("usage", this.usage);
		return document;
	}

}
