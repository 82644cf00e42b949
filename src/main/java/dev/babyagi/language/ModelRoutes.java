package dev.babyagi.language;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which objectives are served by another model than the one that is configured for a
 * role, or with another wording of its instructions. Whoever decides that writes it here.
 */
@Component
public class ModelRoutes {

	private volatile List<Route> promoted = List.of();

	private volatile List<Route> shared = List.of();

	/**
	 * Puts these routes in the place of all that have passed a gate; the first one that
	 * fits counts.
	 */
	public void promote(List<Route> present) {
		this.promoted = List.copyOf(present);
	}

	/** Puts these routes after all that have passed a gate. */
	public void share(List<Route> present) {
		this.shared = List.copyOf(present);
	}

	/** Returns the request, to the model and in the wording that serve an objective. */
	public ModelRequest route(ModelRequest request, String tenant, UUID objective) {
		if (this.promoted.isEmpty() && this.shared.isEmpty()) {
			return request;
		}
		List<Route> fitting = Stream.concat(this.promoted.stream(), this.shared.stream())
			.filter((route) -> route.role() == request.role() && route.serves(tenant, objective))
			.toList();
		ModelRequest worded = fitting.stream()
			.map(Route::variant)
			.filter(Objects::nonNull)
			.flatMap((variant) -> variant.apply(request).stream())
			.findFirst()
			.orElse(request);
		return fitting.stream()
			.map(Route::model)
			.filter(Objects::nonNull)
			.findFirst()
			.map(worded::withModel)
			.orElse(worded);
	}

	/**
	 * A model or a wording that serves some objectives in a role.
	 *
	 * @param tenant whose objectives, or {@code null} for everybody's
	 * @param role the role
	 * @param model the name of the model, or {@code null} for the usual one
	 * @param variant the wording, or {@code null} for the usual one
	 * @param takes whether it serves an objective
	 */
	public record Route(@Nullable String tenant, ModelRole role, @Nullable String model,
			@Nullable PromptVariant variant, Predicate<UUID> takes) {

		private boolean serves(String caller, UUID objective) {
			return (this.tenant == null || this.tenant.equals(caller)) && this.takes.test(objective);
		}

	}

}
