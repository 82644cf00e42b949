package dev.babyagi.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which package uses which.
 *
 * @param arrows from each package to those it uses
 */
record PackageGraph(SortedMap<String, Set<String>> arrows) {

	static PackageGraph of(List<SourceFile> sources) {
		SortedMap<String, Set<String>> arrows = new TreeMap<>();
		for (SourceFile source : sources) {
			arrows.computeIfAbsent(source.packageName(), (name) -> new TreeSet<>()).addAll(source.packagesUsed());
		}
		return new PackageGraph(arrows);
	}

	/**
	 * Finds for each package the shortest way that leads back to it.
	 * @return each circle once, its first package repeated at its end
	 */
	List<List<String>> circles() {
		List<List<String>> circles = new ArrayList<>();
		Set<Set<String>> known = new HashSet<>();
		for (String start : this.arrows.keySet()) {
			wayBackTo(start).filter((circle) -> known.add(Set.copyOf(circle))).ifPresent(circles::add);
		}
		return circles;
	}

	private Optional<List<String>> wayBackTo(String start) {
		Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(start)));
		Set<String> seen = new HashSet<>();
		while (!ways.isEmpty()) {
			List<String> way = ways.remove();
			if (way.size() > 1 && way.getLast().equals(start)) {
				return Optional.of(way);
			}
			this.arrows.getOrDefault(way.getLast(), Set.of())
				.stream()
				.filter(seen::add)
				.map((next) -> Stream.concat(way.stream(), Stream.of(next)).toList())
				.forEach(ways::add);
		}
		return Optional.empty();
	}

}
