package dev.babyagi.memory.index;

import java.io.IOException;

import dev.babyagi.memory.IndexStatus;
import dev.babyagi.memory.IndexStatus.State;

/**
 * Says how far an open index is.
 */
final class IndexReport {

	private IndexReport() {
	}

	static IndexStatus of(OpenIndex open, IndexKeeper keeper) {
		String model = open.models().name();
		IndexPosition position = open.follower().position();
		long documents = 0;
		long withVectors = 0;
		try {
			documents = open.lucene().count();
			withVectors = (model != null) ? open.lucene().countVectors(model) : 0;
		}
		catch (IOException | RuntimeException | InternalError ex) {
			keeper.suspect(open, ex);
		}
		return new IndexStatus(keeper.isCurrent() ? State.CURRENT : State.CATCHING_UP, documents, withVectors,
				(model != null) ? model : "", (position.id() != null) ? position.at() : null, keeper.error());
	}

}
