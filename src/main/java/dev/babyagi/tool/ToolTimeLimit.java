package dev.babyagi.tool;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Uses tools within a time limit. A tool works on a virtual thread of its own, which is
 * interrupted when the time is over or the caller is interrupted.
 */
@Component
public class ToolTimeLimit {

	private static final Logger logger = LoggerFactory.getLogger(ToolTimeLimit.class);

	private final Duration limit;

	ToolTimeLimit(ToolSettings settings) {
		this.limit = settings.timeout();
	}

	/**
	 * Uses a tool.
	 * @param inputs inputs that fit its schema
	 * @param timeout the longest that this use may take, or {@code null}; the setting is
	 * never exceeded
	 * @return what the tool returned, or a failure if it took too long
	 * @throws InterruptedException if the caller is interrupted; the tool is then as well
	 * @throws RuntimeException if the tool threw it
	 */
	public ToolResult use(Tool tool, JsonNode inputs, @Nullable Duration timeout) throws InterruptedException {
		Duration time = (timeout != null && timeout.compareTo(this.limit) < 0) ? timeout : this.limit;
		FutureTask<ToolResult> use = new FutureTask<>(() -> tool.use(inputs));
		Thread.ofVirtual().name("tool-" + tool.name()).start(use);
		try {
			return use.get(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.warn("The tool {} gave no result within {} and was interrupted", tool.name(), time);
			return new ToolResult.Failure("The tool '%s' gave no result within %s".formatted(tool.name(), shown(time)));
		}
		catch (ExecutionException ex) {
			throw thrown(ex);
		}
		finally {
			use.cancel(true);
		}
	}

	private static RuntimeException thrown(ExecutionException failure) {
		return switch (failure.getCause()) {
			case RuntimeException ours -> ours;
			case Error fatal -> throw fatal;
			case null, default -> new IllegalStateException("The tool failed", failure);
		};
	}

	private static String shown(Duration time) {
		return (time.toMillis() < 1000) ? time.toMillis() + " ms" : time.toSeconds() + " s";
	}

}
