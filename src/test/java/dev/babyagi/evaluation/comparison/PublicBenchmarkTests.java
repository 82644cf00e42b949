package dev.babyagi.evaluation.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for reading the files of others, in their forms and with words of our own.
 */
class PublicBenchmarkTests {

	@TempDir
	private Path folder;

	@Test
	void readsTheNumberAfterTheWorking() throws Exception {
		Question question = read(PublicBenchmark.GSM8K, """
				{"question": "Ten hens lay 120 eggs each. How many eggs are that?", "answer": "10*120\\n#### 1,200"}
				""");
		assertThat(question.text()).startsWith("Ten hens");
		assertThat(List.of("1200", "They are 1,200 eggs.", "1201", "none")).filteredOn(question.accepts())
			.containsExactly("1200", "They are 1,200 eggs.");
	}

	@Test
	void readsWhatAnAnswerMustEndWith() throws Exception {
		Question question = read(PublicBenchmark.BBH, """
				{"canary": "", "examples": [{"input": "Is ice hot?", "target": "No"}]}""");
		assertThat(List.of("no", "The answer is No.", "casino", "No, yes")).filteredOn(question.accepts())
			.containsExactly("no", "The answer is No.");
	}

	@Test
	void readsNamesAndNumbersThatAreNearlyRight() throws Exception {
		String entry = "[{\"id\": \"1\", \"question\": \"Which one?\", \"answer\": \"%s\", \"branch\": 2}]";
		Question named = read(PublicBenchmark.PARALLELQA, entry.formatted("Lake Oro"));
		assertThat(List.of("lake oro", "It is Lake Oro.", "Lake Ori")).filteredOn(named.accepts())
			.containsExactly("lake oro", "It is Lake Oro.");
		Question counted = read(PublicBenchmark.PARALLELQA, entry.formatted("5931.80"));
		assertThat(List.of("5,932 m", "5931.8.", "6100", "unknown")).filteredOn(counted.accepts())
			.containsExactly("5,932 m", "5931.8.");
	}

	@Test
	void refusesAnotherFile() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "[]");
		assertThatIllegalArgumentException().isThrownBy(() -> PublicBenchmark.PARALLELQA.read(file + "@00"))
			.withMessageContaining("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
		assertThatIllegalArgumentException().isThrownBy(() -> PublicBenchmark.PARALLELQA.read(file.toString()))
			.withMessageContaining("path@sha256");
	}

	private Question read(PublicBenchmark benchmark, String content) throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), content);
		String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		List<Question> questions = benchmark.read(file + "@" + digest);
		assertThat(questions).hasSize(1);
		return questions.getFirst();
	}

}
