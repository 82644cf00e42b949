package dev.babyagi.objective;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which objectives a list shows; {@code null} leaves a criterion out.
 *
 * @param state in this state
 * @param phase in this phase
 * @param contextId of this context
 * @param createdAfter created later than this
 * @param createdBefore created earlier than this
 * @param after the last one of the page before
 */
public record ObjectiveFilter(@Nullable ObjectiveState state, @Nullable ObjectivePhase phase,
		@Nullable ContextId contextId, @Nullable Instant createdAfter, @Nullable Instant createdBefore,
		@Nullable Position after) {

	Specification<Objective> of(String tenant) {
		return (root, query, builder) -> builder.and(criteria(tenant, root, builder));
	}

	private List<Predicate> criteria(String tenant, Root<Objective> root, CriteriaBuilder builder) {
		List<Predicate> criteria = new ArrayList<>();
		Path<Instant> createdAt = root.get("provenance").get("createdAt");
		criteria.add(builder.equal(root.get("tenant"), tenant));
		if (this.state != null) {
			criteria.add(builder.equal(root.get("state"), this.state));
		}
		if (this.phase != null) {
			criteria.add(builder.equal(root.get("phase"), this.phase));
		}
		if (this.contextId != null) {
			criteria.add(builder.equal(root.get("provenance").get("contextId"), this.contextId.id()));
		}
		if (this.createdAfter != null) {
			criteria.add(builder.greaterThan(createdAt, this.createdAfter));
		}
		if (this.createdBefore != null) {
			criteria.add(builder.lessThan(createdAt, this.createdBefore));
		}
		if (this.after != null) {
			Path<UUID> id = root.get("id").get("id");
			criteria.add(builder.or(builder.lessThan(createdAt, this.after.createdAt()), builder
				.and(builder.equal(createdAt, this.after.createdAt()), builder.lessThan(id, this.after.id()))));
		}
		return criteria;
	}

	/**
	 * A place in the order of the list: newest first, then by id.
	 *
	 * @param createdAt creation of the objective there
	 * @param id its id
	 */
	public record Position(Instant createdAt, UUID id) {

	}

}
