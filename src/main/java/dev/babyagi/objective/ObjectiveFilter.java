package dev.babyagi.objective;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.MapJoin;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which objectives a list shows; {@code null} leaves a criterion out.
 *
 * @param state only objectives in this state
 * @param phase only objectives in this phase
 * @param contextId only objectives of this context
 * @param createdAfter only objectives created later than this
 * @param createdBefore only objectives created earlier than this
 * @param metadata only objectives whose metadata has these values under these names
 * @param after the last objective of the page before
 */
public record ObjectiveFilter(@Nullable ObjectiveState state, @Nullable ObjectivePhase phase,
		@Nullable ContextId contextId, @Nullable Instant createdAfter, @Nullable Instant createdBefore,
		Map<String, String> metadata, @Nullable Position after) {

	/** Shows everything. */
	public static final ObjectiveFilter ALL = new ObjectiveFilter(null, null, null, null, null, Map.of(), null);

	public ObjectiveFilter {
		metadata = Map.copyOf(metadata);
	}

	/** A filter without metadata. */
	public ObjectiveFilter(@Nullable ObjectiveState state, @Nullable ObjectivePhase phase,
			@Nullable ContextId contextId, @Nullable Instant createdAfter, @Nullable Instant createdBefore,
			@Nullable Position after) {
		this(state, phase, contextId, createdAfter, createdBefore, Map.of(), after);
	}

	/** The same filter for the page after a position. */
	public ObjectiveFilter after(@Nullable Position position) {
		return new ObjectiveFilter(this.state, this.phase, this.contextId, this.createdAfter, this.createdBefore,
				this.metadata, position);
	}

	Specification<Objective> of(String tenant) {
		return (root, query, builder) -> {
			List<Predicate> criteria = criteria(tenant, root, builder);
			this.metadata.forEach((name, text) -> criteria.add(root.get("id")
				.in(having(query.subquery(ObjectiveId.class), builder, name, new MetadataValue(tenant, text)))));
			return builder.and(criteria);
		};
	}

	/** The objectives that have this value under this name. */
	private static Subquery<ObjectiveId> having(Subquery<ObjectiveId> ids, CriteriaBuilder builder, String name,
			MetadataValue value) {
		Root<Objective> other = ids.from(Objective.class);
		MapJoin<Objective, String, MetadataValue> entry = other.joinMap("metadata");
		return ids.select(other.get("id"))
			.where(builder.equal(entry.value().get("tenant"), value.tenant()), builder.equal(entry.key(), name),
					builder.equal(entry.value().get("beginning"), value.beginning()),
					builder.equal(entry.value().get("text"), value.text()));
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
	 * A position in the list, which is sorted by creation, the newest first, and then by
	 * id.
	 *
	 * @param createdAt when the objective at that position was created
	 * @param id its id
	 */
	public record Position(Instant createdAt, UUID id) {

	}

}
