package dev.babyagi.exemplar;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import dev.babyagi.family.SlottedText;
import dev.babyagi.objective.ObjectiveId;

/**
 * A plan whose answer was checked, or of which a person said that its answer was right.
 *
 * @param tenant whose it is
 * @param objectiveId the objective
 * @param objective its text
 * @param slotted its text with slots
 * @param plan the plan, as a planner replies it
 */
record VerifiedPlan(String tenant, ObjectiveId objectiveId, String objective, SlottedText slotted, String plan) {

	UUID slotsKey() {
		return key(this.tenant, this.slotted.slots());
	}

	/** What the objectives of a tenant have in common that differ in literals alone. */
	static UUID key(String tenant, String slots) {
		return UUID.nameUUIDFromBytes((tenant + '\n' + slots).getBytes(StandardCharsets.UTF_8));
	}

}
