package dev.babyagi.memory.index;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryQuery;

/**
 * Who may find a memory, as exact terms: one for each place where it is visible. The
 * length of the tenant stands first, so that no two tenants share a term, whatever
 * characters their names have.
 */
final class ScopeTerms {

	private static final String EVERYWHERE = "all";

	private static final String NO_CONTEXT = "none";

	private ScopeTerms() {
	}

	/** The terms under which a memory is found. */
	static List<String> of(IndexedMemory memory) {
		UUID context = (memory.kind() != MemoryKind.EPISODE) ? memory.contextId() : null;
		List<String> terms = new ArrayList<>();
		terms.add(term(memory.tenant(), EVERYWHERE, false));
		terms.add(term(memory.tenant(), place(context), false));
		if (!memory.superseded()) {
			terms.add(term(memory.tenant(), EVERYWHERE, true));
			terms.add(term(memory.tenant(), place(context), true));
		}
		return terms;
	}

	/** The terms of which a memory must have one to be found. */
	static List<String> of(MemoryQuery query) {
		boolean current = !query.includeSuperseded();
		if (query.allContexts()) {
			return List.of(term(query.tenant(), EVERYWHERE, current));
		}
		List<String> terms = new ArrayList<>();
		terms.add(term(query.tenant(), NO_CONTEXT, current));
		if (query.contextId() != null) {
			terms.add(term(query.tenant(), place(query.contextId().id()), current));
		}
		return terms;
	}

	/** The term that every memory of a tenant has. */
	static String tenant(String tenant) {
		return term(tenant, EVERYWHERE, false);
	}

	private static String place(@Nullable UUID context) {
		return (context != null) ? context.toString() : NO_CONTEXT;
	}

	private static String term(String tenant, String place, boolean current) {
		return tenant.length() + ":" + tenant + (current ? "+" : "*") + place;
	}

}
