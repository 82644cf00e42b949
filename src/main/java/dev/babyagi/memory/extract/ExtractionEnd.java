package dev.babyagi.memory.extract;

import java.util.List;

import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.operation.OperationError;

/**
 * What is written when an extraction ends. Each method runs in the transaction that
 * closes the model call, and also removes the dispatch row.
 */
interface ExtractionEnd {

	/** Stores the facts that were found. */
	void found(List<MemoryDraft> facts);

	/** Notes why there are none. */
	void failed(OperationError error);

	/** Whether it waits for the tokens of the next day instead of failing. */
	boolean isPatient();

}
