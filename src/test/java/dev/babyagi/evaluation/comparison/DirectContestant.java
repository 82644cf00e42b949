package dev.babyagi.evaluation.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * One call, or several whose most frequent answer counts.
 */
final class DirectContestant implements Contestant {

	static final String INSTRUCTIONS = "Answer the question. Reply with the answer alone. "
			+ "If the notes do not state what is needed, reply: not stated.";

	private final ChatClient chat;

	private final ToIntFunction<Question> samples;

	/** Asks once. */
	DirectContestant(ChatClient chat) {
		this(chat, (question) -> 1);
	}

	/** Asks so many times: self-consistency (Wang et al., arXiv:2203.11171). */
	DirectContestant(ChatClient chat, ToIntFunction<Question> samples) {
		this.chat = chat;
		this.samples = samples;
	}

	@Override
	public String answer(Question question) {
		int count = this.samples.applyAsInt(question);
		Map<String, Integer> votes = new LinkedHashMap<>();
		for (int sample = 0; sample < count; sample++) {
			String answer = this.chat.ask(INSTRUCTIONS, ChatClient.transcript(question), (count > 1) ? 0.7 : 0);
			votes.merge(answer.strip(), 1, Integer::sum);
		}
		return votes.entrySet()
			.stream()
			.reduce((most, next) -> (next.getValue() > most.getValue()) ? next : most)
			.map(Map.Entry::getKey)
			.orElse("");
	}

}
