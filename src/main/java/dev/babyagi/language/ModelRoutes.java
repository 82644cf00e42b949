package dev.babyagi.language;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which objectives are served by another model than the one that is configured for a
 * role. Whoever decides that writes it here.
 */
@Component
public class ModelRoutes {

	private volatile List<Route> routes = List.of();

	/** Puts these routes in the place of all; the first one that fits counts. */
	public void set(List<Route> present) {
		this.routes = List.copyOf(present);
	}

	/** Returns the request, to the model that serves an objective. */
	public ModelRequest route(ModelRequest request, String tenant, UUID objective) {
		String model = model(request.role(), tenant, objective);
		return (model != null) ? request.withModel(model) : request;
	}

	private @Nullable String model(ModelRole role, String tenant, UUID objective) {
		for (Route route : this.routes) {
			if (route.role() == role && route.tenant().equals(tenant) && route.takes().test(objective)) {
				return route.model();
			}
		}
		return null;
	}

	/**
	 * A model that serves some objectives in a role.
	 *
	 * @param tenant whose objectives
	 * @param role the role
	 * @param model the name of the model
	 * @param takes whether it serves an objective
	 */
	public record Route(String tenant, ModelRole role, String model, Predicate<UUID> takes) {

	}

}
