package dev.babyagi.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.babyagi.reply.ValueEquality;

/**
 * Decides among several independent answers to one task: the answer that at least two
 * give, and more than give any other.
 */
final class PluralityVote {

	private PluralityVote() {
	}

	/**
	 * The answer that most agree on.
	 * @param answers the checked answers; those that failed have no vote
	 * @return the first of the answers that agree, or nothing if no two do
	 */
	static Optional<CheckedAnswer.Passed> decide(List<CheckedAnswer> answers) {
		Map<String, List<CheckedAnswer.Passed>> groups = new LinkedHashMap<>();
		for (CheckedAnswer answer : answers) {
			if (answer instanceof CheckedAnswer.Passed passed) {
				groups.computeIfAbsent(ValueEquality.key(passed.artifact().value()), (key) -> new ArrayList<>())
					.add(passed);
			}
		}
		List<List<CheckedAnswer.Passed>> bySize = groups.values()
			.stream()
			.sorted(Comparator.comparingInt((List<CheckedAnswer.Passed> group) -> group.size()).reversed())
			.toList();
		if (bySize.isEmpty() || bySize.getFirst().size() < 2
				|| (bySize.size() > 1 && bySize.get(1).size() == bySize.getFirst().size())) {
			return Optional.empty();
		}
		return Optional.of(elected(bySize.getFirst().getFirst()));
	}

	/**
	 * Keeps the level of an answer that a check has verified; for others it is the vote.
	 */
	private static CheckedAnswer.Passed elected(CheckedAnswer.Passed answer) {
		return answer.verified() ? answer : new CheckedAnswer.Passed(answer.artifact(), VerificationLevel.VOTE);
	}

}
