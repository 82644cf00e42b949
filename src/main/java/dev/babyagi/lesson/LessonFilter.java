package dev.babyagi.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which lessons a list shows.
 *
 * @param state only this state, or {@code null}
 * @param beforeTime only lessons created before this, or then with a lower id
 * @param beforeId the id that goes with it
 */
public record LessonFilter(@Nullable LessonState state, @Nullable Instant beforeTime, @Nullable UUID beforeId) {

	Specification<Lesson> of(String tenant) {
		return (root, query, builder) -> builder.and(criteria(tenant, root, builder));
	}

	private List<Predicate> criteria(String tenant, Root<Lesson> root, CriteriaBuilder builder) {
		List<Predicate> criteria = new ArrayList<>();
		criteria.add(builder.equal(root.get("tenant"), tenant));
		if (this.state != null) {
			criteria.add(builder.equal(root.get("state"), this.state));
		}
		if (this.beforeTime != null && this.beforeId != null) {
			criteria.add(builder.or(builder.lessThan(root.<Instant>get("createdAt"), this.beforeTime),
					builder.and(builder.equal(root.get("createdAt"), this.beforeTime),
							builder.lessThan(root.<UUID>get("id"), this.beforeId))));
		}
		return criteria;
	}

}
