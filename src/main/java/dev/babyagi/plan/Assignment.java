package dev.babyagi.plan;

import tools.jackson.databind.node.ObjectNode;

/**
 * Who carries out a task.
 */
public sealed interface Assignment {

	/**
	 * A language model answers the instruction.
	 */
	record Think() implements Assignment {

	}

	/**
	 * A tool is used.
	 *
	 * @param tool its name
	 * @param inputs its inputs; text in them may hold references such as
	 * <code>${t2.output}</code>
	 */
	record UseTool(String tool, ObjectNode inputs) implements Assignment {

	}

	/**
	 * Memory is searched for what the instruction says.
	 */
	record Recall() implements Assignment {

	}

	/**
	 * Planning makes a plan for this task.
	 */
	record SubPlan() implements Assignment {

	}

}
