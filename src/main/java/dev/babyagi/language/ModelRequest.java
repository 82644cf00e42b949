package dev.babyagi.language;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.PromptMessage.Speaker;

/**
 * A request to a language model.
 *
 * @param role what the call is for; it decides model, sampling and length of the reply
 * @param messages what the model is told, in order; untrusted text inside them is quoted
 * as data
 * @param form the wanted form of the reply
 * @param temperature overrides the role's temperature, for votes and retries
 * @param maxTokens overrides the longest reply of the role, in tokens
 * @param timeout the longest one call may take once it has its permit
 * @param model overrides the model of the role, or {@code null}
 * @param listener gets the text while it is written; if {@code null}, the reply is not
 * streamed
 * @param tools the tools that the model may call; a model that supports none is asked
 * without them
 */
public record ModelRequest(ModelRole role, List<PromptMessage> messages, ReplyForm form, @Nullable Double temperature,
		@Nullable Integer maxTokens, Duration timeout, @Nullable String model, @Nullable ReplyListener listener,
		List<ToolDefinition> tools) {

	/** Two minutes: the default for a call of a task in the limits table. */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

	public ModelRequest {
		messages = List.copyOf(messages);
		tools = List.copyOf(tools);
	}

	/** A request to the model of the role: instructions, and content to work on. */
	public ModelRequest(ModelRole role, String system, String user, ReplyForm form, @Nullable Double temperature,
			@Nullable Integer maxTokens, Duration timeout) {
		this(role, List.of(PromptMessage.system(system), PromptMessage.user(user)), form, temperature, maxTokens,
				timeout, null, null, List.of());
	}

	/**
	 * Creates a request with the sampling of the role and the default timeout.
	 */
	public static ModelRequest of(ModelRole role, String system, String user, ReplyForm form) {
		return new ModelRequest(role, system, user, form, null, null, DEFAULT_TIMEOUT);
	}

	/**
	 * Creates a request with the sampling of the role and the default timeout.
	 */
	public static ModelRequest of(ModelRole role, List<PromptMessage> messages, ReplyForm form) {
		return new ModelRequest(role, messages, form, null, null, DEFAULT_TIMEOUT, null, null, List.of());
	}

	/** The instructions: the first message of the system, or an empty text. */
	public String system() {
		return said(Speaker.SYSTEM).findFirst().orElse("");
	}

	/** The content to work on: the last message of the user, or an empty text. */
	public String user() {
		return said(Speaker.USER).reduce((one, later) -> later).orElse("");
	}

	private Stream<String> said(Speaker speaker) {
		return this.messages.stream().filter((message) -> message.isBy(speaker)).map(PromptMessage::text);
	}

	public ModelRequest withTimeout(Duration timeout) {
		return new ModelRequest(this.role, this.messages, this.form, this.temperature, this.maxTokens, timeout,
				this.model, this.listener, this.tools);
	}

	/** The same request with other instructions. */
	public ModelRequest withSystem(String instructions) {
		List<PromptMessage> changed = new ArrayList<>(this.messages);
		this.messages.stream().filter((message) -> message.isBy(Speaker.SYSTEM)).findFirst().ifPresent(changed::remove);
		changed.addFirst(PromptMessage.system(instructions));
		return new ModelRequest(this.role, changed, this.form, this.temperature, this.maxTokens, this.timeout,
				this.model, this.listener, this.tools);
	}

	/** The same request to another model. */
	public ModelRequest withModel(@Nullable String name) {
		return new ModelRequest(this.role, this.messages, this.form, this.temperature, this.maxTokens, this.timeout,
				name, this.listener, this.tools);
	}

	/** The same request, whose reply is streamed to a listener. */
	public ModelRequest withListener(@Nullable ReplyListener hears) {
		return new ModelRequest(this.role, this.messages, this.form, this.temperature, this.maxTokens, this.timeout,
				this.model, hears, this.tools);
	}

	/** The same request with tools that the model may call. */
	public ModelRequest withTools(List<ToolDefinition> offered) {
		return new ModelRequest(this.role, this.messages, this.form, this.temperature, this.maxTokens, this.timeout,
				this.model, this.listener, offered);
	}

}
