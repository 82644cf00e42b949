package dev.babyagi.house;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one source file contributes to the measurements.
 *
 * @param packageName the package it declares
 * @param lines without the licence header
 * @param types the top-level types, none in a {@code package-info}
 * @param methodLines the lines between the braces of each method and constructor
 * @param packagesUsed the other packages of the same source tree that it names outside
 * comments, in an import or in full
 */
record SourceFile(String packageName, List<String> lines, List<TopLevelType> types, List<Integer> methodLines,
		Set<String> packagesUsed) {

	private static final Pattern LICENCE_HEADER = Pattern.compile("\\A\\s*/\\*(?!\\*).*?\\*/\\s*(?=package\\b)",
			Pattern.DOTALL);

	static List<String> linesWithoutLicence(String source) {
		return LICENCE_HEADER.matcher(source).replaceFirst("").lines().toList();
	}

	boolean declaresTypes() {
		return !this.types.isEmpty();
	}

	long writtenLines() {
		return this.lines.stream().filter((line) -> !line.isBlank()).count();
	}

	/** Counts the lines that hold nothing but a comment or a part of one. */
	long commentLines() {
		long count = 0;
		boolean inside = false;
		for (String line : this.lines) {
			String text = line.strip();
			boolean comment = inside || text.startsWith("/*");
			if (comment || text.startsWith("//")) {
				count++;
			}
			inside = comment && !text.contains("*/");
		}
		return count;
	}

	/**
	 * A type that stands in no other.
	 *
	 * @param name its simple name
	 * @param isPublic whether other packages see it
	 */
	record TopLevelType(String name, boolean isPublic) {

		private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z0-9]*");

		/** Whether its CamelCase name has a single hump. */
		boolean isNamedByOneWord() {
			return ONE_WORD.matcher(this.name).matches();
		}

	}

}
