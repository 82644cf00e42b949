package dev.babyagi.tool;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of {@link ToolTimeLimit}.
 */
@Timeout(30)
class ToolTimeLimitTests {

	private static final JsonNode INPUTS = JsonNodeFactory.instance.objectNode();

	private final HangingTool hanging = new HangingTool();

	@ParameterizedTest
	@CsvSource({ "PT0.02S, , 20 ms", "PT0.02S, PT1H, 20 ms", "PT1H, PT0.01S, 10 ms" })
	void failsAndInterruptsAToolThatTakesTooLong(Duration setting, @Nullable Duration task, String shown)
			throws InterruptedException {
		ToolResult result = Catalogues.timeLimit(setting).use(this.hanging, INPUTS, task);
		assertThat(result).isEqualTo(new ToolResult.Failure("The tool 'hanging' gave no result within " + shown));
		this.hanging.awaitInterrupt();
	}

	@Test
	void interruptsTheToolWithItsCaller() throws InterruptedException {
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		Thread caller = Thread.startVirtualThread(() -> {
			try {
				Catalogues.timeLimit(Duration.ofHours(1)).use(this.hanging, INPUTS, null);
			}
			catch (InterruptedException ex) {
				thrown.complete(ex);
			}
		});
		this.hanging.awaitBegin();
		caller.interrupt();
		assertThat(thrown.join()).isInstanceOf(InterruptedException.class);
		this.hanging.awaitInterrupt();
	}

	@Test
	void returnsWhatTheToolReturnsAndThrowsWhatItThrows() throws InterruptedException {
		ToolTimeLimit limit = Catalogues.timeLimit(Duration.ofSeconds(30));
		assertThat(limit.use(BuiltinTools.calculator(), CalculatorInputs.of("3 + 5"), null))
			.isInstanceOfSatisfying(ToolResult.Output.class, (output) -> assertThat(output.text()).isEqualTo("8"));
		assertThatIllegalStateException().isThrownBy(() -> limit.use(throwing(false), INPUTS, null))
			.withMessage("broken");
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> limit.use(throwing(true), INPUTS, null));
	}

	private static Tool throwing(boolean error) {
		return new Tool() {

			@Override
			public String name() {
				return "throwing";
			}

			@Override
			public String description() {
				return "Throws";
			}

			@Override
			public JsonNode inputSchema() {
				return INPUTS;
			}

			@Override
			public ToolRisk risk() {
				return ToolRisk.PURE;
			}

			@Override
			public ToolResult use(JsonNode inputs) {
				if (error) {
					throw new StackOverflowError();
				}
				throw new IllegalStateException("broken");
			}

		};
	}

}
