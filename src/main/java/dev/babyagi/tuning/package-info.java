/**
 * Fine-tuning at a provider: a job from the upload to the model, the gate that the model
 * has to pass, and the share of objectives that it serves afterwards. Variants of prompts
 * pass the same gate.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "objective", "redaction", "experiment", "language", "dispatch", "operation",
		"learning", "dataset", "reply", "web" })
package dev.babyagi.tuning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
