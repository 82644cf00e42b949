package dev.babyagi.language.openai.wire;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.EmptyUsage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/**
 * A completion from a response of status 200.
 *
 * @param text the reply, with thinking sections that are part of it
 * @param thinking the thinking that the endpoint returned separately
 * @param finish why the reply ended
 * @param refusal why the model declined, if it did
 * @param model the model that answered
 * @param counted the tokens that the endpoint counted, if it did
 */
public record ChatCompletion(String text, String thinking, Finish finish, String refusal, String model,
		@Nullable Counted counted) {

	/** The reasons why a reply ends, see {@link FinishReason}. */
	public enum Finish {

		STOP, TOOL_CALLS, LENGTH, CONTENT_FILTER

	}

	/** Tokens as counted by the endpoint. */
	public record Counted(long input, long output) {

	}

	public static ChatCompletion of(ChatResponse response) {
		Generation generation = Objects.requireNonNull(response.getResult());
		var message = generation.getOutput();
		return new ChatCompletion(Objects.requireNonNullElse(message.getText(), ""),
				String.valueOf(message.getMetadata().getOrDefault("reasoningContent", "")),
				Finish.valueOf(Objects.requireNonNull(generation.getMetadata().getFinishReason())),
				String.valueOf(message.getMetadata().getOrDefault("refusal", "")), response.getMetadata().getModel(),
				counted(response));
	}

	private static @Nullable Counted counted(ChatResponse response) {
		var usage = response.getMetadata().getUsage();
		return (usage instanceof EmptyUsage) ? null : new Counted(usage.getPromptTokens(), usage.getCompletionTokens());
	}

	public boolean isDeclined() {
		return this.finish == Finish.CONTENT_FILTER || !this.refusal.isBlank();
	}

}
