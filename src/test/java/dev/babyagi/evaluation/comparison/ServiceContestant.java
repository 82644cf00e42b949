package dev.babyagi.evaluation.comparison;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.evaluation.HouseQuestion;
import dev.babyagi.evaluation.HouseTeaching;
import dev.babyagi.evaluation.ServiceBed;

/**
 * The service, as it is or without one of its parts.
 */
final class ServiceContestant implements Contestant {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Longer than the extraction of one session takes. */
	private static final Duration SETTLE = Duration.ofSeconds(2);

	private final ServiceBed bed;

	private final Without without;

	private final Map<List<String>, String> contexts = new HashMap<>();

	ServiceContestant(String baseUrl, String model, Without without) {
		this.bed = ServiceBed.start(baseUrl, model,
				"--babyagi.memory.extract=" + ((without == Without.MEMORY) ? "off" : "context"));
		this.without = without;
	}

	@Override
	public void prepare(List<Question> questions) {
		questions.stream().map(Question::said).filter((said) -> !said.isEmpty()).distinct().forEach(this::context);
	}

	@Override
	public String answer(Question question) {
		ObjectNode body = body(question.text());
		if (!question.said().isEmpty()) {
			body.put("contextId", context(question.said()));
		}
		JsonNode objective = this.bed.ask(body);
		return ServiceBed.answer(objective);
	}

	private ObjectNode body(String text) {
		ObjectNode body = JSON.createObjectNode().put("objective", text);
		boolean remembers = this.without != Without.MEMORY;
		body.putObject("memory").put("read", remembers).put("write", remembers);
		body.putObject("learning").put("use", this.without != Without.LEARNING);
		if (this.without == Without.REPLAN) {
			body.putObject("limits").put("maxReplans", 0);
		}
		return body;
	}

	/** Holds the sessions of a conversation before its first question. */
	private synchronized String context(List<String> said) {
		return this.contexts.computeIfAbsent(said, (sessions) -> {
			JsonNode last = this.bed.ask(session(sessions.getFirst()));
			String context = last.path("contextId").asString();
			for (String session : sessions.subList(1, sessions.size())) {
				this.bed.ask(session(session).put("contextId", context));
			}
			LockSupport.parkNanos(SETTLE.toNanos());
			return context;
		});
	}

	private ObjectNode session(String said) {
		return body("Please note: " + said).put("planning", "direct");
	}

	/** Teaches the rules of all houses, and waits until they are learned. */
	void teach(HouseTeaching teaching) {
		for (HouseQuestion house : HouseQuestion.values()) {
			teaching.teach(this.bed, house, teaching.rule(house));
		}
		this.bed.awaitLearned();
	}

	@Override
	public void close() {
		this.bed.close();
	}

	enum Without {

		NOTHING, CHECKS, REPLAN, MEMORY, LEARNING

	}

}
