package dev.babyagi.journey.dialogue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.memory.MemoryDraft.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which answers contradict what was stated. A false alarm is worse than a contradiction
 * that is missed.
 */
class FactLedgerTests {

	private static final String OBJECTIVE = "Which paint shall I take for the wall?";

	private static final FactLedger LEDGER = new FactLedger(List.of(new Statement("user", "favourite_colour", "green"),
			new Statement("user", "最喜欢的颜色", "绿色"), new Statement("user", "daughter's birthday", "2019-05-03"),
			new Statement("Atlas", "deadline", "3 May 2026"), new Statement("Atlas project", "budget", "1,200 euros"),
			new Statement("阿特拉斯", "预算", "1200元"), new Statement("user", "name", "Anna Berg"),
			new Statement("the server", "port", "8443"), new Statement("user", "meeting length", "20 minutes"),
			new Statement("user", "offset", "5"), new Statement("user", "language", "C#")));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Your favourite colour is blue.                              | blue
			Since your favorite color is blue, paint it blue.           | blue
			I suggest blue: **your favourite colour is now blue**.      | blue
			Your favourite colour: dark red                             | dark red
			The favourite colour of the user is blue.                   | blue
			As you know, your favourite colour (as you said) is "blue". | blue
			Your favourite colour was blue; paint it so.                | blue
			您最喜欢的颜色是蓝色。                                      | 蓝色
			我建议蓝色，因为你最喜欢的颜色是蓝色。                      | 蓝色
			你最喜欢的颜色：红色                                        | 红色
			阿特拉斯的预算为1500元。                                    | 1500元
			Your daughter's birthday is 4 May 2019.                     | 4 May 2019
			Atlas's deadline is 10 May 2026, so hurry.                  | 10 May 2026
			The deadline for Atlas is 2026-05-10.                       | 2026-05-10
			The Atlas project budget is 1,500 euros.                    | 1,500 euros
			The budget of the Atlas project is 1500 euros.              | 1500 euros
			Hello! Your name is Berta Lind. Paint it green.             | Berta Lind
			The server port = 8080                                      | 8080
			The server's port is 8080 and its host is local.            | 8080
			Your meeting length is 45 minutes.                          | 45 minutes
			Your offset is -5.                                          | -5
			Your language is C++, as before.                            | C++
			""")
	void findsAnotherValue(String answer, String said) {
		assertThat(LEDGER.contradictions(answer, OBJECTIVE)).singleElement()
			.asString()
			.endsWith("but the answer says " + said);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Your favourite colour is green.
			Your favorite color is GREEN!
			Your favourite colour is dark green.
			Your favourite colour is no longer green, it is now blue.
			Your favourite colour is not blue.
			Your favourite colour isn't blue.
			If your favourite colour is blue, paint it blue.
			Is your favourite colour blue?
			So your favourite colour is blue?
			Your favourite colour is a good choice for the wall.
			Your favourite colour is known to me.
			Your favourite colour is very calm and suits the wall.
			Your favourite colour scheme is blue and white.
			Your sister's favourite colour is blue.
			My sister has a favourite colour: blue.
			Blue is a colour, and your favourite colour is what counts.
			Paint it blue.
			您最喜欢的颜色是绿色。
			你最喜欢的颜色不是蓝色。
			你最喜欢的颜色是什么？
			你最喜欢的颜色是蓝色吗？
			如果你最喜欢的颜色是蓝色，就用蓝色。
			你最喜欢的颜色是很好的选择。
			阿特拉斯的预算是 1,200 元。
			Your daughter's birthday is 3 May 2019.
			"Your daughter's birthday is May 3, 2019."
			Atlas's deadline is 2026-05-03.
			The deadline of the Zeus project is 10 May 2026.
			The Atlas project budget is 1200 euros.
			"The Atlas project budget is €1,200."
			Your dog's name is Rex.
			Your name is Anna.
			Your user name is anna1.
			The server's port is 8443.
			The airport is 8 km away.
			Your meeting length is twenty minutes.
			Your offset is 5.0.
			Your language is C# (version 12).
			""")
	void findsNoneInWhatAgreesOrSaysNothingOfIt(String answer) {
		assertThat(LEDGER.contradictions(answer, OBJECTIVE)).isEmpty();
	}

	@Test
	void letsTheObjectiveStateANewValue() {
		String answer = "Your favourite colour is blue.";
		assertThat(LEDGER.contradictions(answer, "From now on my favourite colour is blue. Which paint?")).isEmpty();
		assertThat(LEDGER.contradictions(answer, "Which paint?")).hasSize(1);
	}

	@Test
	void reportsEachStatementOnceAndAtMostFive() {
		String twice = "Your favourite colour is blue. Your favourite colour is red.";
		assertThat(LEDGER.contradictions(twice, OBJECTIVE)).singleElement()
			.asString()
			.startsWith("It was stated that the favourite_colour of user is green");
		String everything = """
				Your favourite colour is blue. 你最喜欢的颜色是蓝色。 Atlas's deadline is 10 May 2026.
				The server's port is 8080. Your name is Berta Lind. Your meeting length is 45 minutes.""";
		assertThat(LEDGER.contradictions(everything, OBJECTIVE)).hasSize(5);
	}

	@Test
	void readsALongAnswerInNoTime() {
		String answer = "Your favourite colour, ".repeat(5_000) + "your ".repeat(20_000);
		long start = System.nanoTime();
		assertThat(LEDGER.contradictions(answer, OBJECTIVE)).isEmpty();
		assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
	}

}
