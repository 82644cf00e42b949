package dev.babyagi.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

import dev.babyagi.objective.ContextId;

/**
 * Which memories a list shows; {@code null} leaves a criterion out.
 *
 * @param kind only this kind
 * @param contextId only memories of this context
 * @param includeSuperseded whether superseded ones are shown too
 * @param beforeTime only memories created before this, or then with a lower id
 * @param beforeId the id that goes with it
 */
public record MemoryFilter(@Nullable MemoryKind kind, @Nullable ContextId contextId, boolean includeSuperseded,
		@Nullable Instant beforeTime, @Nullable UUID beforeId) {

	Specification<Memory> of(String tenant) {
		return (root, query, builder) -> builder.and(criteria(tenant, root, builder));
	}

	private List<Predicate> criteria(String tenant, Root<Memory> root, CriteriaBuilder builder) {
		List<Predicate> criteria = new ArrayList<>();
		criteria.add(builder.equal(root.get("tenant"), tenant));
		if (this.kind != null) {
			criteria.add(builder.equal(root.get("kind"), this.kind));
		}
		if (this.contextId != null) {
			criteria.add(builder.equal(root.get("contextId"), this.contextId.id()));
		}
		if (!this.includeSuperseded) {
			criteria.add(builder.isNull(root.get("supersededBy")));
		}
		if (this.beforeTime != null && this.beforeId != null) {
			criteria.add(builder.or(builder.lessThan(root.<Instant>get("createdAt"), this.beforeTime),
					builder.and(builder.equal(root.get("createdAt"), this.beforeTime),
							builder.lessThan(root.<UUID>get("id"), this.beforeId))));
		}
		return criteria;
	}

}
