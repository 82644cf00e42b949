package dev.babyagi.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.babyagi.BabyAgiApplication;
import dev.babyagi.fake.FakeEndpoint;

/**
 * A service with an H2 file and an index of its own, to measure its memory with.
 */
final class MemoryBed {

	/** A context that the client names. */
	static final String CONTEXT = "ctx_01M88EQ6FJEXDAV3FV4QHVJ051";

	private MemoryBed() {
	}

	static ConfigurableApplicationContext start(FakeEndpoint endpoint) {
		try {
			return start(endpoint, Files.createTempDirectory("babyagi-memory"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ConfigurableApplicationContext start(FakeEndpoint endpoint, Path folder, String... settings) {
		return start(new SpringApplication(BabyAgiApplication.class), endpoint, folder, settings);
	}

	/**
	 * Starts one with a bean.
	 * @param bean its type
	 */
	static ConfigurableApplicationContext start(FakeEndpoint endpoint, Path folder, Class<?> bean) {
		return start(new SpringApplication(BabyAgiApplication.class, bean), endpoint, folder);
	}

	private static ConfigurableApplicationContext start(SpringApplication application, FakeEndpoint endpoint,
			Path folder, String... more) {
		List<String> settings = new ArrayList<>(List.of("--spring.main.banner-mode=off", "--logging.level.root=warn",
				"--spring.datasource.url=jdbc:h2:async:" + folder.resolve("data")
						+ ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64",
				"--server.port=0", "--babyagi.memory.index-dir=" + folder.resolve("index"),
				"--babyagi.language.base-url=" + endpoint.baseUrl(), "--babyagi.language.model=reading-1",
				"--babyagi.memory.daily-tokens=1000000000"));
		settings.addAll(List.of(more));
		return application.run(settings.toArray(String[]::new));
	}

}
