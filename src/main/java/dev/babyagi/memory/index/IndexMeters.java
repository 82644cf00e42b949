package dev.babyagi.memory.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * Says in metrics how far the index is.
 */
@Component
class IndexMeters implements MeterBinder {

	private final MemoryIndex index;

	IndexMeters(MemoryIndex index) {
		this.index = index;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("babyagi.memory.index.documents", this.index, (index) -> (double) index.status().documents())
			.description("Memories and turns in the index of this replica")
			.register(registry);
		Gauge.builder("babyagi.memory.index.lag", this.index, MemoryIndex::lag)
			.description("Time since the index had read every change")
			.baseUnit("seconds")
			.register(registry);
	}

}
