package dev.babyagi.tool;

import java.util.concurrent.CountDownLatch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A tool that gives no result until it is interrupted.
 */
public final class HangingTool implements Tool {

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch interrupted = new CountDownLatch(1);

	@Override
	public String name() {
		return "hanging";
	}

	@Override
	public String description() {
		return "Waits for ever";
	}

	@Override
	public JsonNode inputSchema() {
		return JsonNodeFactory.instance.objectNode().put("type", "object");
	}

	@Override
	public ToolRisk risk() {
		return ToolRisk.PURE;
	}

	@Override
	public ToolResult use(JsonNode inputs) {
		this.begun.countDown();
		try {
			new CountDownLatch(1).await();
			throw new AssertionError("Nobody counts down");
		}
		catch (InterruptedException ex) {
			this.interrupted.countDown();
			throw new IllegalStateException(ex);
		}
	}

	public void awaitBegin() throws InterruptedException {
		this.begun.await();
	}

	/** Waits until its thread was interrupted, so that nothing of it remains. */
	public void awaitInterrupt() throws InterruptedException {
		this.interrupted.await();
	}

}
