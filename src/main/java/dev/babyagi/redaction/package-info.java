/**
 * Finds secrets and personal data in texts, and takes them out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.redaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
