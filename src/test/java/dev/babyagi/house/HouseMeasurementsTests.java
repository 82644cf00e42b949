package dev.babyagi.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.house.SourceFile.TopLevelType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HouseMeasurementsTests {

	@TempDir
	private Path directory;

	@Test
	void takesTheNearestRank() {
		assertThat(Percentiles.of(List.of(7))).isEqualTo(new Percentiles(7, 7, 7));
		assertThat(Percentiles.of(List.of(4, 1, 3, 2))).isEqualTo(new Percentiles(2, 4, 4));
		assertThat(Percentiles.of(IntStream.rangeClosed(1, 1000).boxed().toList()))
			.isEqualTo(new Percentiles(500, 950, 1000));
		assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(List.of()));
	}

	@ParameterizedTest
	@CsvSource({ "Plan, true", "Base64, true", "PlanPrompt, false", "AValue, false", "JSON, false" })
	void knowsANameOfOneWord(String name, boolean oneWord) {
		assertThat(new TopLevelType(name, true).isNamedByOneWord()).isEqualTo(oneWord);
	}

	@Test
	void findsNoCircleWhereAllArrowsLeadDown() {
		assertThat(graph(Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of())).circles()).isEmpty();
	}

	@Test
	void namesEachCircleOnce() {
		PackageGraph graph = graph(
				Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a", "d"), "d", Set.of("c"), "e", Set.of("a")));
		assertThat(graph.circles()).containsExactly(List.of("a", "b", "c", "a"), List.of("c", "d", "c"));
	}

	@Test
	void countsTheLinesBetweenTheBraces() throws IOException {
		SourceFile source = read("a/Sample.java", """
				package a;

				interface Sample {

					int without();

					default void empty() {
					}

					@Deprecated
					default int some(int first,
							int second) {
						return first
								+ second;
					}

				}
				""");
		assertThat(source.methodLines()).containsExactly(0, 2);
	}

	@Test
	void countsLinesOfComments() throws IOException {
		SourceFile source = read("a/Sample.java", """
				/*
				 * A licence.
				 */

				package a;

				/**
				 * A comment.

				 Still in it.
				 */
				class Sample {

					// Here too.
					int product = 2 // but not here
							* 3; /* nor here */

				}
				""");
		assertThat(source.lines()).startsWith("package a;");
		assertThat(source.commentLines()).isEqualTo(6);
		assertThat(source.writtenLines()).isEqualTo(10);
	}

	@Test
	void findsThePackagesThatAFileNames() throws IOException {
		write("a/A.java", "package a; public class A { }");
		write("a/b/B.java", "package a.b; public class B { public static int one; }");
		write("a/b/c/C.java", "package a.b.c; public class C { }");
		SourceFile source = read("a/z/Sample.java", """
				package a.z;

				import java.util.List;

				import static a.b.B.one;

				/** Not {@link a.A}. */
				class Sample {

					List<a.z.Sample> own = List.of();

					a.b.c.C other = new a.b.c.C();

				}
				""");
		assertThat(source.packagesUsed()).containsExactly("a.b", "a.b.c");
		assertThat(source.types()).containsExactly(new TopLevelType("Sample", false));
	}

	@Test
	void refusesWhatIsNotJava() {
		assertThatIllegalArgumentException().isThrownBy(() -> read("a/Sample.java", "package a; class {"))
			.withMessageContaining("Sample.java");
	}

	@Test
	void findsNamesThatStandTwiceAndTheLargestPackage() throws IOException {
		write("a/A.java", "package a; class A { a.b.B other; void none() { } }");
		write("a/b/B.java", "package a.b; public class B { }");
		write("a/b/A.java", "package a.b; class A { }");
		write("a/b/package-info.java", "package a.b;");
		HouseMeasurements measurements = new HouseMeasurements(SourceReader.readAll(this.directory), List.of());
		assertThat(measurements.findings()).isEqualTo("""
				- Circles between packages: none
				- Simple names that stand twice: A (a, b)
				- Most files in a package: 2 (b)""");
		assertThat(measurements.packages()).endsWith("| a | 1 | b |\n| b | 2 |  |\n");
		assertThat(measurements.table())
			.contains("| ours | 4 / 4 | 1 / 1 / 1 | 0 / 0 / 0 | 33 % | 0 % | 2 (b) | 100 % |");
	}

	private static PackageGraph graph(Map<String, Set<String>> arrows) {
		return new PackageGraph(new TreeMap<>(arrows));
	}

	private SourceFile read(String file, String source) throws IOException {
		write(file, source);
		return SourceReader.readAll(this.directory).getLast();
	}

	private void write(String file, String source) throws IOException {
		Path path = this.directory.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, source);
	}

}
