package dev.babyagi.memory.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.memory.IndexedMemory;

/**
 * Reads {@code locomo10.json} of LoCoMo (Maharana et al., 2024): ten conversations with
 * questions whose evidence is named. Its category 5 holds questions that nothing answers.
 */
final class LocomoFile {

	private static final Pattern EVIDENCE = Pattern.compile("D(\\d+):(\\d+)");

	private static final int UNANSWERABLE = 5;

	private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

	private LocomoFile() {
	}

	static List<Conversation> read(Path file) {
		List<Conversation> conversations = new ArrayList<>();
		for (JsonNode sample : JsonMapper.shared().readTree(file)) {
			conversations.add(conversation(sample));
		}
		return conversations;
	}

	private static Conversation conversation(JsonNode sample) {
		UUID context = UUID.randomUUID();
		Map<String, IndexedMemory> turns = new HashMap<>();
		List<IndexedMemory> ordered = new ArrayList<>();
		for (int session = 1; sample.path("conversation").has("session_" + session); session++) {
			for (JsonNode said : sample.path("conversation").path("session_" + session)) {
				String text = said.path("speaker").asString() + ": " + said.path("text").asString();
				IndexedMemory turn = SampleMemories.turn(RetrievalQuality.TENANT, context, text,
						START.plusSeconds(86_400L * session + ordered.size()));
				turns.put(said.path("dia_id").asString(), turn);
				ordered.add(turn);
			}
		}
		List<RetrievalQuestion> questions = new ArrayList<>();
		for (JsonNode question : sample.path("qa")) {
			Set<UUID> evidence = evidence(question, turns);
			int category = question.path("category").asInt();
			boolean answerable = category != UNANSWERABLE;
			if (!answerable || !evidence.isEmpty()) {
				questions.add(new RetrievalQuestion(answerable ? "category " + category : RetrievalQuestion.NOT_TOLD,
						question.path("question").asString(), answerable ? evidence : Set.of()));
			}
		}
		return new Conversation(ordered, questions);
	}

	private static Set<UUID> evidence(JsonNode question, Map<String, IndexedMemory> turns) {
		Set<UUID> evidence = new HashSet<>();
		Matcher named = EVIDENCE.matcher(question.path("evidence").toString());
		while (named.find()) {
			IndexedMemory turn = turns
				.get("D" + Integer.parseInt(named.group(1)) + ":" + Integer.parseInt(named.group(2)));
			if (turn != null) {
				evidence.add(turn.id());
			}
		}
		return evidence;
	}

}
