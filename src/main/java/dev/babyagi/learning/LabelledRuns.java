package dev.babyagi.learning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Feedback that says whether an answer was right, by the family of its objective.
 */
@Component
public class LabelledRuns {

	static final int MOST = 60;

	private final FeedbackRows rows;

	LabelledRuns(FeedbackRows rows) {
		this.rows = rows;
	}

	/** The latest feedback of a family, newest first. */
	public List<ObjectiveFeedback> of(UUID family) {
		return this.rows.labelled(family, Limit.of(MOST));
	}

	public Optional<ObjectiveFeedback> find(UUID feedback) {
		return this.rows.findById(feedback);
	}

}
