package dev.babyagi;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The conventions of {@code src/checkstyle.xml}, run here because Checkstyle's Maven
 * plugin lives in Maven's own JVM, which may be older than Checkstyle needs.
 */
@Execution(ExecutionMode.CONCURRENT)
class ConventionTests {

	@Test
	void sourcesKeepTheConventions() throws Exception {
		List<String> violations = new ArrayList<>();
		Checker checker = new Checker();
		checker.setModuleClassLoader(Checker.class.getClassLoader());
		checker.configure(
				ConfigurationLoader.loadConfiguration("src/checkstyle.xml", new PropertiesExpander(new Properties())));
		checker.addListener(new Violations(violations));
		List<File> sources = sources();
		checker.process(sources);
		checker.destroy();
		assertThat(sources).isNotEmpty();
		assertThat(violations).isEmpty();
	}

	private static List<File> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).map(Path::toFile).toList();
		}
	}

	private record Violations(List<String> found) implements AuditListener {

		@Override
		public void addError(AuditEvent event) {
			this.found.add(event.getFileName() + ":" + event.getLine() + " " + event.getMessage());
		}

		@Override
		public void addException(AuditEvent event, Throwable cause) {
			throw new IllegalStateException(new CheckstyleException(event.getFileName(), cause));
		}

		@Override
		public void auditStarted(AuditEvent event) {
		}

		@Override
		public void auditFinished(AuditEvent event) {
		}

		@Override
		public void fileStarted(AuditEvent event) {
		}

		@Override
		public void fileFinished(AuditEvent event) {
		}

	}

}
