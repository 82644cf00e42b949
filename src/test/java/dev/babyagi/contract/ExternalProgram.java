package dev.babyagi.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs a program.
 */
final class ExternalProgram {

	private ExternalProgram() {
	}

	/** Returns whether a program is installed. */
	static boolean isThere(String program) {
		try {
			return start(Path.of(""), program, "--version").waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Runs a program to its end.
	 * @param directory where it runs
	 * @return what it printed
	 * @throws AssertionError if it fails; says what it printed
	 */
	static String run(Path directory, String... command) {
		try {
			Process process = start(directory, command);
			String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new AssertionError("%s failed:%n%s".formatted(Arrays.toString(command), printed));
			}
			return printed;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Not installed? " + command[0], ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	private static Process start(Path directory, String... command) throws IOException {
		return new ProcessBuilder(command).directory(directory.toAbsolutePath().toFile())
			.redirectErrorStream(true)
			.start();
	}

}
