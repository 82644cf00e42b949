package dev.babyagi.journal;

import dev.babyagi.objective.ObjectiveId;

/**
 * An entry with where it stands in the journal of all objectives.
 *
 * @param objectiveId the objective that it is about
 * @param tenant the tenant of the objective
 * @param position its number over all objectives; numbers of failed transactions are
 * missing
 * @param entry what happened
 */
public record JournalRecord(ObjectiveId objectiveId, String tenant, long position, Journal.Entry entry) {

}
