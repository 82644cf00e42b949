package dev.babyagi.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.babyagi.house.SourceFile.TopLevelType;

/**
 * Measures the sources and prints the figures in Markdown. It needs a JDK 25 or newer, no
 * build and no class path; run it in the directory of the project:
 *
 * <pre>
 * java src/test/java/dev/babyagi/house/HouseMeasurements.java
 * </pre>
 *
 * Lines are counted without licence headers. The files of a package, and those whose
 * lines are spread, are the ones that declare types: {@code package-info} is none. A
 * method has the lines between its braces; one without braces is left out. Comments are a
 * share of the lines that are not blank.
 */
public final class HouseMeasurements {

	private final List<SourceFile> main;

	private final List<SourceFile> tests;

	private final PackageGraph graph;

	HouseMeasurements(List<SourceFile> main, List<SourceFile> tests) {
		this.main = main;
		this.tests = tests;
		this.graph = PackageGraph.of(main);
	}

	public static void main(String[] args) throws IOException {
		HouseMeasurements measurements = new HouseMeasurements(SourceReader.readAll(Path.of("src/main/java")),
				SourceReader.readAll(Path.of("src/test/java")));
		System.out.println(measurements.table());
		System.out.println(measurements.packages());
		System.out.println(measurements.findings());
	}

	String table() {
		return String.format(Locale.ROOT, """
				| main code | files / lines | file median / p95 / max | method median / p95 / max \
				| top-level public | comment | most files in a package | types named by one word \
				| test lines per main line |
				|---|---|---|---|---|---|---|---|---|
				| ours | %,d / %,d | %s | %s | %d %% | %d %% | %s | %d %% | %.2f |
				""", this.main.size(), lines(this.main), fileLines(), methodLines(),
				percentOfTypes(TopLevelType::isPublic),
				percent(sum(this.main, SourceFile::commentLines), sum(this.main, SourceFile::writtenLines)),
				mostFiles(), percentOfTypes(TopLevelType::isNamedByOneWord),
				(double) lines(this.tests) / lines(this.main));
	}

	/** The package with the most files, and how many those are. */
	String mostFiles() {
		return sizes().entrySet()
			.stream()
			.max(Map.Entry.comparingByValue())
			.map((size) -> "%d (%s)".formatted(size.getValue(), shorten(size.getKey())))
			.orElse("none");
	}

	String packages() {
		Map<String, Long> sizes = sizes();
		return this.graph.arrows()
			.entrySet()
			.stream()
			.map((arrow) -> "| %s | %d | %s |\n".formatted(shorten(arrow.getKey()),
					sizes.getOrDefault(arrow.getKey(), 0L), shorten(arrow.getValue(), ", ")))
			.collect(Collectors.joining("", "| package | files | imports |\n|---|---|---|\n", ""));
	}

	String findings() {
		Stream<String> circles = this.graph.circles().stream().map((circle) -> shorten(circle, " -> "));
		return """
				- Circles between packages: %s
				- Simple names that stand twice: %s
				- Most files in a package: %s""".formatted(listed(circles), listed(namesThatStandTwice()), mostFiles());
	}

	private Stream<String> namesThatStandTwice() {
		SortedMap<String, List<String>> packagesByName = new TreeMap<>();
		this.main.forEach((file) -> file.types()
			.forEach((type) -> packagesByName.merge(type.name(), List.of(file.packageName()),
					(some, more) -> Stream.concat(some.stream(), more.stream()).toList())));
		return packagesByName.entrySet()
			.stream()
			.filter((named) -> named.getValue().size() > 1)
			.map((named) -> "%s (%s)".formatted(named.getKey(), shorten(named.getValue(), ", ")));
	}

	private SortedMap<String, Long> sizes() {
		return this.main.stream()
			.filter(SourceFile::declaresTypes)
			.collect(Collectors.groupingBy(SourceFile::packageName, TreeMap::new, Collectors.counting()));
	}

	private Percentiles fileLines() {
		return Percentiles
			.of(this.main.stream().filter(SourceFile::declaresTypes).map((file) -> file.lines().size()).toList());
	}

	private Percentiles methodLines() {
		return Percentiles.of(this.main.stream().flatMap((file) -> file.methodLines().stream()).toList());
	}

	private long percentOfTypes(Predicate<TopLevelType> kind) {
		List<TopLevelType> types = this.main.stream().flatMap((file) -> file.types().stream()).toList();
		return percent(types.stream().filter(kind).count(), types.size());
	}

	private static long percent(long part, long whole) {
		return Math.round(100.0 * part / whole);
	}

	private static long lines(List<SourceFile> files) {
		return sum(files, (file) -> file.lines().size());
	}

	private static long sum(List<SourceFile> files, ToLongFunction<SourceFile> figure) {
		return files.stream().mapToLong(figure).sum();
	}

	private String shorten(Collection<String> packages, String separator) {
		return packages.stream().map(this::shorten).collect(Collectors.joining(separator));
	}

	/** Leaves out the package that all others lie in. */
	private String shorten(String name) {
		return name.replaceFirst("^" + this.graph.arrows().firstKey() + "\\.", "");
	}

	private static String listed(Stream<String> found) {
		return found
			.collect(Collectors.collectingAndThen(Collectors.joining("; "), (list) -> list.isEmpty() ? "none" : list));
	}

}
