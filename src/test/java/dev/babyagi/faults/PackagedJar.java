package dev.babyagi.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged jar as the image runs it: extracted, and with a cache of the classes that
 * one start loaded. That one start spares each of the many that the suite makes seven
 * seconds of ten.
 */
final class PackagedJar {

	/** Small and quick to start. */
	private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-XX:+ExitOnOutOfMemoryError");

	private static final Path JAR = Path.of(System.getProperty("babyagi.jar", "target/babyagi.jar")).toAbsolutePath();

	private PackagedJar() {
	}

	/** The command that starts it, up to its settings. */
	static List<String> command(List<String> options) {
		List<String> command = new ArrayList<>(java());
		command.addAll(OPTIONS);
		command.add("-XX:AOTCache=" + Holder.DIRECTORY.resolve("cache"));
		command.addAll(options);
		command.addAll(List.of("-jar", Holder.DIRECTORY.resolve(JAR.getFileName()).toString()));
		return command;
	}

	private static List<String> java() {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
	}

	private static void run(Path log, List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException("%s failed:%n%s".formatted(command, Files.readString(log)));
		}
	}

	/**
	 * Extracts and starts it once, when it is first needed.
	 */
	private static final class Holder {

		static final Path DIRECTORY = prepare();

		private static Path prepare() {
			try {
				Path directory = Files.createDirectories(JAR.resolveSibling("faults"));
				Path log = directory.resolve("prepare.log");
				List<String> extract = new ArrayList<>(java());
				extract.addAll(List.of("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force", "--destination",
						directory.toString()));
				run(log, extract);
				List<String> train = new ArrayList<>(java());
				train.addAll(OPTIONS);
				train.addAll(
						List.of("-XX:AOTCacheOutput=" + directory.resolve("cache"), "-Dspring.context.exit=onRefresh",
								"-jar", directory.resolve(JAR.getFileName().toString()).toString(),
								"--spring.datasource.url=jdbc:h2:mem:training"));
				run(log, train);
				return directory;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Not prepared", ex);
			}
		}

	}

}
