package dev.babyagi.memory;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.redaction.SecretPatterns;

/**
 * Counts what a tenant's memory consists of, so that junk shows before it does harm.
 */
@Component
public class Hygiene {

	private static final String COUNT = """
			select count(*) as total,
			count(case when superseded_by is not null then 1 end) as superseded,
			count(case when superseded_by is null and (expires_at is null or expires_at > :now) then 1 end) as live,
			count(case when superseded_by is null and recalled_at is null then 1 end) as never_recalled,
			count(case when kind = 'EPISODE' then 1 end) as episodes
			from memory where tenant = :tenant""";

	private static final String CONTRADICTED = """
			select count(distinct newer.id) from memory newer join memory older on older.superseded_by = newer.id
			where newer.tenant = :tenant and newer.superseded_by is null""";

	private static final String TEXTS = """
			select context_id, text from memory
			where tenant = :tenant and superseded_by is null and kind <> 'EPISODE'""";

	private static final int PAGE = 1000;

	private final JdbcClient jdbc;

	private final Clock clock;

	Hygiene(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Counts the memories of a tenant. It reads all its rows. */
	@Transactional(readOnly = true)
	public Report report(String tenant) {
		Texts texts = new Texts();
		this.jdbc.sql(TEXTS)
			.param("tenant", tenant)
			.withFetchSize(PAGE)
			.query((RowCallbackHandler) (row) -> texts.add(row.getString("context_id"), row.getString("text")));
		long contradicted = this.jdbc.sql(CONTRADICTED).param("tenant", tenant).query(Long.class).single();
		return this.jdbc.sql(COUNT)
			.param("tenant", tenant)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, number) -> new Report(row.getLong("total"), row.getLong("live"), row.getLong("superseded"),
					row.getLong("episodes"), texts.duplicates, texts.nearDuplicates, row.getLong("never_recalled"),
					contradicted, texts.secretLike))
			.single();
	}

	/** Counts what texts have in common, one after the other. */
	private static final class Texts {

		private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

		/** Digests, since all texts may be more than fits into memory. */
		private final Set<UUID> texts = new HashSet<>();

		private final Set<UUID> words = new HashSet<>();

		private long duplicates;

		private long nearDuplicates;

		private long secretLike;

		void add(@Nullable String context, String text) {
			String folded = text.toLowerCase(Locale.ROOT);
			String sorted = SIGNS.splitAsStream(folded).sorted().collect(Collectors.joining(" "));
			boolean seen = !this.words.add(digest(context, sorted));
			boolean same = !this.texts.add(digest(context, folded));
			this.duplicates += same ? 1 : 0;
			this.nearDuplicates += (seen && !same) ? 1 : 0;
			this.secretLike += SecretPatterns.find(text).isPresent() ? 1 : 0;
		}

		private static UUID digest(@Nullable String context, String text) {
			return UUID.nameUUIDFromBytes((context + " " + text).getBytes(StandardCharsets.UTF_8));
		}

	}

	/**
	 * The counts.
	 *
	 * @param total all memories, episodes included; turns are objectives and not counted
	 * @param current those that nothing has superseded and that have not expired
	 * @param superseded those that a newer one has superseded
	 * @param episodes one for each objective that has ended
	 * @param duplicates current ones beyond the first with the same text in the same
	 * scope
	 * @param nearDuplicates current ones beyond the first with the same words in the same
	 * scope, in another order or with other signs between them
	 * @param neverRecalled current ones that no prompt has held yet
	 * @param contradicted current ones that superseded another value
	 * @param secretLike current ones that look as if they held a secret, which is refused
	 * since its pattern is known
	 */
	public record Report(long total, long current, long superseded, long episodes, long duplicates, long nearDuplicates,
			long neverRecalled, long contradicted, long secretLike) {

	}

}
