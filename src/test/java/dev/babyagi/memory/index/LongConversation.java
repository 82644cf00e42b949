package dev.babyagi.memory.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.babyagi.memory.IndexedMemory;

/**
 * Makes a conversation of forty sessions. In it a person tells things about himself among
 * much chatter, others' things sound alike, and some change later. Questions ask for five
 * abilities. The same seed makes the same conversation.
 */
final class LongConversation {

	private static final int SESSIONS = 40;

	private static final int ROUNDS = 12;

	private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

	private static final Pattern BAR = Pattern.compile(" \\| ");

	/** By the English words, what the file has instead. */
	private final Map<String, String> wording;

	private final boolean named;

	private final Random random;

	private final UUID context;

	/** What each session says, in its order. */
	private final List<List<IndexedMemory>> sessions = new ArrayList<>();

	private final List<RetrievalQuestion> questions = new ArrayList<>();

	private LongConversation(Map<String, String> wording, boolean named, long seed) {
		this.wording = wording;
		this.named = named;
		this.random = new Random(seed);
		this.context = randomId();
		for (int session = 0; session < SESSIONS; session++) {
			this.sessions.add(new ArrayList<>());
		}
	}

	/**
	 * Makes one.
	 * @param file the name of the file that says what can be told
	 * @param named whether who tells something also says what it is about
	 */
	static Conversation of(String file, boolean named, long seed) {
		List<Thing> things = new ArrayList<>(things(file));
		LongConversation conversation = new LongConversation(wording(file), named, seed);
		Collections.shuffle(things, conversation.random);
		conversation.tell(things);
		return new Conversation(conversation.sessions.stream().flatMap(List::stream).toList(), conversation.questions);
	}

	/** A quarter of the things is never told, and a third of the others changes. */
	private void tell(List<Thing> things) {
		int untold = things.size() / 4;
		List<Told> told = new ArrayList<>();
		for (Thing thing : things.subList(untold, things.size())) {
			told.add(tell(thing, told.size() % 3 == 0));
		}
		things.forEach(this::sayAlike);
		chat(things);
		things.subList(0, untold).forEach((thing) -> ask(RetrievalQuestion.NOT_TOLD, one(thing.asked()), Set.of()));
		Told before = told.getLast();
		for (Told one : told) {
			ask(one.former().isEmpty() ? "one turn" : "changed", one(one.thing().asked()), one.present());
			if (!one.former().isEmpty()) {
				ask("before the change", words("Earlier, before that changed: ") + one(one.thing().asked()),
						one.former());
			}
			Set<UUID> both = new HashSet<>(one.present());
			both.addAll(before.present());
			ask("two things", one(one.thing().asked()) + " " + words("And: ") + one(before.thing().asked()), both);
			before = one;
		}
	}

	private Told tell(Thing thing, boolean changes) {
		List<String> values = new ArrayList<>(thing.values());
		Collections.shuffle(values, this.random);
		int half = SESSIONS / 2;
		Set<UUID> first = new HashSet<>();
		for (String said : thing.said()) {
			first
				.add(say(this.random.nextInt(half), told(thing, said, values.getFirst()), "Gladly, consider it done."));
		}
		if (!changes) {
			return new Told(thing, Set.of(), first);
		}
		UUID now = say(half + this.random.nextInt(half), told(thing, thing.now(), values.getLast()),
				"Thank you, that is noted.");
		return new Told(thing, first, Set.of(now));
	}

	private String told(Thing thing, String said, String value) {
		String sentence = said.replace("{}", value);
		return this.named ? words("About my {}: ").replace("{}", thing.name()) + sentence : sentence;
	}

	private void sayAlike(Thing thing) {
		for (String near : thing.near()) {
			say(this.random.nextInt(SESSIONS), near.replace("{}", one(thing.values())), "Let me think about that.");
		}
	}

	private void chat(List<Thing> things) {
		List<String> chatter = things.stream().flatMap((thing) -> thing.chat().stream()).toList();
		for (int session = 0; session < SESSIONS; session++) {
			while (this.sessions.get(session).size() < ROUNDS) {
				List<String> round = List.of(BAR.split(one(chatter), 2));
				say(session, round.getFirst(), round.getLast());
			}
			Collections.shuffle(this.sessions.get(session), this.random);
			date(session);
		}
	}

	/** Gives the turns of a session times in their order. */
	private void date(int session) {
		List<IndexedMemory> turns = this.sessions.get(session);
		for (int turn = 0; turn < turns.size(); turn++) {
			Instant at = START.plus(Duration.ofDays(3L * session)).plus(Duration.ofMinutes(2L * turn));
			turns.set(turn, SampleMemories.dated(turns.get(turn), at, 0.5));
		}
	}

	private UUID say(int session, String question, String answer) {
		IndexedMemory turn = SampleMemories.turn(RetrievalQuality.TENANT, this.context, question + "\n\n" + answer,
				START);
		this.sessions.get(session).add(turn);
		return turn.id();
	}

	private void ask(String ability, String text, Set<UUID> evidence) {
		this.questions.add(new RetrievalQuestion(ability, text, evidence));
	}

	/** The wording of the file for one of these, if it has another. */
	private String words(String english) {
		return this.wording.getOrDefault(english.strip(), english);
	}

	private String one(List<String> of) {
		return of.get(this.random.nextInt(of.size()));
	}

	private UUID randomId() {
		return new UUID(this.random.nextLong(), this.random.nextLong());
	}

	/** Questions that have nothing to do with any conversation. */
	static List<RetrievalQuestion> unrelated(String file) {
		return read(file).lines()
			.filter((line) -> line.startsWith("unrelated: "))
			.map((line) -> new RetrievalQuestion(RetrievalQuestion.UNRELATED, line.substring(line.indexOf(' ') + 1),
					Set.of()))
			.toList();
	}

	private static Map<String, String> wording(String file) {
		return read(file).lines()
			.filter((line) -> line.startsWith("wording: "))
			.map((line) -> BAR.split(line.substring(line.indexOf(' ') + 1), 2))
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1]));
	}

	private static List<Thing> things(String file) {
		return Pattern.compile("\n\n")
			.splitAsStream(read(file))
			.filter((block) -> block.contains("\nis: "))
			.map(Thing::of)
			.toList();
	}

	private static String read(String name) {
		try (InputStream file = LongConversation.class.getResourceAsStream("/benchmark/" + name)) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A thing that was told: the turns that say what it was, and what it is. */
	private record Told(Thing thing, Set<UUID> former, Set<UUID> present) {

	}

	/** One block of the file; its head says what the lines mean. */
	private record Thing(String name, List<String> values, List<String> said, String now, List<String> asked,
			List<String> near, List<String> chat) {

		static Thing of(String block) {
			return new Thing(lines(block, "#").getFirst(), List.of(BAR.split(lines(block, "is").getFirst())),
					lines(block, "said"), lines(block, "now").getFirst(), lines(block, "asked"), lines(block, "near"),
					lines(block, "chat"));
		}

		private static List<String> lines(String block, String key) {
			return block.lines()
				.filter((line) -> line.startsWith(key))
				.map((line) -> line.substring(key.length() + 1).strip())
				.toList();
		}

	}

}
