package dev.babyagi.memory.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.babyagi.objective.ContextId;

/**
 * The body of {@code POST /v1/memories}.
 *
 * @param text the words to remember
 * @param infer whether a model takes facts from the text, instead of storing it as it is;
 * then only the context and the trust can be given besides
 * @param kind fact or preference
 * @param contextId the context it belongs to; absent: every context of the tenant
 * @param subject who or what it is about
 * @param attribute which property of the subject it states
 * @param value the value of that property
 * @param trust user, or untrusted for words that nobody vouches for
 * @param importance from 0 to 1
 * @param expiresAt when it stops being recalled
 * @param metadata names and values of the client's own
 */
@Schema(name = "MemoryRequest", example = """
		{"text": "The user's favourite colour is green.", "kind": "preference",
		 "subject": "user", "attribute": "favourite colour", "value": "green"}""")
record MemoryRequest(
		@NotBlank @Size(max = 20_000) @Schema(description = "The words to remember",
				example = "The user's favourite colour is green.") String text,
		@Nullable @Schema(
				description = "Let a model take facts from the text in the background, instead of storing it as "
						+ "it is; only contextId and trust can be given with it",
				defaultValue = "false") Boolean infer,
		@Nullable @Schema(description = "What it is", defaultValue = "fact") Kind kind,
		@Nullable @Schema(description = "The context it belongs to; absent: all contexts",
				pattern = ContextId.PATTERN) String contextId,
		@Nullable @Size(min = 1,
				max = 200) @Schema(description = "Who or what it is about; with attribute and value a "
						+ "newer statement supersedes an older one", example = "user") String subject,
		@Nullable @Size(min = 1, max = 200) @Schema(description = "Which property of the subject it states",
				example = "favourite colour") String attribute,
		@Nullable @Size(min = 1, max = 2000) @Schema(description = "The value of that property",
				example = "green") String value,
		@Nullable @Schema(description = "Whether you vouch for it; planners never see what is untrusted",
				defaultValue = "user") Voucher trust,
		@Nullable @DecimalMin("0") @DecimalMax("1") @Schema(description = "How much it matters",
				defaultValue = "0.5") Double importance,
		@Nullable @Schema(description = "When it stops being recalled; absent: never") Instant expiresAt,
		@Nullable @Size(max = 32) @Schema(description = "Names and values of your own") Map<@Pattern(
				regexp = "[A-Za-z0-9_.-]{1,64}",
				message = "must be 1 to 64 letters, digits, dots, dashes or underscores") String, @NotNull @Size(
						max = 1000) String> metadata) {

	boolean isInferred() {
		return Boolean.TRUE.equals(this.infer);
	}

	/** The fields that say what the text itself says otherwise, if they are given. */
	List<String> besidesText() {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("kind", this.kind);
		fields.put("subject", this.subject);
		fields.put("attribute", this.attribute);
		fields.put("value", this.value);
		fields.put("importance", this.importance);
		fields.put("expiresAt", this.expiresAt);
		fields.put("metadata", this.metadata);
		return fields.keySet().stream().filter((field) -> fields.get(field) != null).toList();
	}

	/** The kinds that a client may write. */
	enum Kind {

		FACT, PREFERENCE

	}

	/** How far a client can vouch for what it gives. */
	enum Voucher {

		USER, UNTRUSTED

	}

}
